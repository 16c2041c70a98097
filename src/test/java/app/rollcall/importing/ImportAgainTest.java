package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.importing.csv.Column;
import app.rollcall.job.JobMoved;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows that failed are put once more, all of them or one that was mended; and they can be taken home as a file. */
class ImportAgainTest extends ImportScene {

    private static final String GOOD = "a@example.org,Ana,A,course,FIRE-2026";
    private static final String ARCHIVED = "b@example.org,Bo,B,course,OLD-2019";
    private static final String TWICE = "b@example.org,Bo,B,course,OLD-2019";
    private static final String NO_ADDRESS = "c.example.org,Cy,C,course,GDPR-101";

    @Autowired
    private ImportFailures failures;

    @Test
    @DisplayName(
            "Retry puts the failed rows once more, checked anew: what the ground allows now is imported, and the counts stay whole (R8)")
    void retry() {
        ImportId id =
                applied(staged(file(GOOD, ARCHIVED, TWICE, NO_ADDRESS)).id()).id();
        assertThat(failures(id))
                .containsExactly(
                        "3 b@example.org item_archived",
                        "4 b@example.org duplicate",
                        "5 c.example.org email_malformed");
        database.run("UPDATE course SET status = 'published' WHERE code = 'OLD-2019'");
        imports.retry(admin, id).block();

        Import over = reaches(id, JobState.COMPLETED_WITH_ERRORS);
        assertThat(failures(id)).containsExactly("4 b@example.org duplicate", "5 c.example.org email_malformed");
        assertThat(over)
                .returns(4L, Import::rows)
                .returns(2L, Import::successful)
                .returns(2L, Import::enrolled)
                .returns(0L, Import::notProcessed);
        assertThat(over.job().failed()).isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM import_row")).isEqualTo(4);
        assertThat(database.text("SELECT string_agg(verb, ', ' ORDER BY id) FROM audit_entry"))
                .isEqualTo("uploaded, confirmed, imported, retried, imported");
    }

    @Test
    @DisplayName("Retry of an import that is paused waits with it")
    void retryWhilePaused() {
        ImportId id = applied(staged(file(GOOD, NO_ADDRESS)).id()).id();
        database.run("UPDATE job SET state = 'paused', finished_at = NULL");
        imports.retry(admin, id).block();
        assertThat(found(id).job().state()).isEqualTo(JobState.PAUSED);

        imports.resume(admin, id).block();
        reaches(id, JobState.COMPLETED_WITH_ERRORS);
        assertThat(database.number("SELECT row_no FROM import_row WHERE state = 'failed'"))
                .isEqualTo(3);
    }

    @Test
    @DisplayName(
            "A failed row that is mended is checked at once, and imported once nothing is wrong with it; then the import is clean")
    void mend() {
        ImportId id = applied(staged(file(GOOD, NO_ADDRESS)).id()).id();
        int row = failed(id).rowNo();
        assertThat(failures.mend(admin, id, row, Map.of(Column.EMAIL, "c@example.org", Column.ITEM_ID, "NOWHERE"))
                        .block())
                .isFalse();
        assertThat(failures(id)).containsExactly("3 c@example.org item_unknown");
        assertThat(found(id).job().state()).isEqualTo(JobState.COMPLETED_WITH_ERRORS);

        assertThat(failures.mend(admin, id, row, Map.of(Column.ITEM_ID, "GDPR-101"))
                        .block())
                .isTrue();
        Import over = reaches(id, JobState.COMPLETED);
        assertThat(over).returns(2L, Import::successful).returns(2L, Import::enrolled);
        assertThat(failures(id)).isEmpty();
        assertThat(database.text(
                        "SELECT p.first_name FROM enrolment e JOIN person p ON p.id = e.person_id JOIN course c ON c.id = e.course_id"
                                + " WHERE c.code = 'GDPR-101'"))
                .isEqualTo("Cy");
    }

    @Test
    @DisplayName("A row mended to the address of one that is in already has nothing to do, and fails no more")
    void mendedToWhatIsIn() {
        ImportId id = applied(staged(file(GOOD, "a.example.org,Ana,A,course,FIRE-2026"))
                        .id())
                .id();
        assertThat(failures.mend(admin, id, failed(id).rowNo(), Map.of(Column.EMAIL, "a@example.org"))
                        .block())
                .isTrue();

        assertThat(reaches(id, JobState.COMPLETED))
                .returns(1L, Import::imported)
                .returns(1L, Import::skipped);
    }

    @Test
    @DisplayName(
            "Nothing is put once more where nothing failed, the row is in, the import was ended, or the rows are gone")
    void refusals() {
        ImportId clean = applied(staged(file(GOOD)).id()).id();
        assertThatThrownBy(() -> imports.retry(admin, clean).block()).isInstanceOf(JobMoved.class);
        ImportId id = applied(staged(file("d@example.org,Di,D,course,FIRE-2026", NO_ADDRESS))
                        .id())
                .id();
        assertThatThrownBy(() -> failures.mend(admin, id, 1, Map.of()).block())
                .isInstanceOfSatisfying(
                        CannotRetry.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(CannotRetry.Reason.NOT_FAILED));
        database.run("UPDATE import SET rows_deleted_at = now() WHERE job_id = ?", id.value());
        assertThatThrownBy(() -> imports.retry(admin, id).block())
                .isInstanceOfSatisfying(
                        CannotRetry.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(CannotRetry.Reason.ROWS_DELETED));
    }

    @Test
    @DisplayName(
            "OM-55 Failed rows are found by address, line and reason, and counted by reason; the newest come first where wanted")
    void filters() {
        ImportId id =
                applied(staged(file(GOOD, ARCHIVED, TWICE, NO_ADDRESS)).id()).id();
        assertThat(lines(id, new FailedFilter("b@EX", ""), false)).containsExactly(3, 4);
        assertThat(lines(id, new FailedFilter("5", ""), false)).containsExactly(5);
        assertThat(lines(id, new FailedFilter("_", ""), false)).isEmpty();
        assertThat(lines(id, new FailedFilter("", "duplicate"), false)).containsExactly(4);
        assertThat(lines(id, FailedFilter.ALL, true)).containsExactly(5, 4, 3);
        assertThat(failures.count(admin, id, new FailedFilter("b@", "item_archived"))
                        .block())
                .isEqualTo(1);
        assertThat(failures.reasons(admin, id).block())
                .extracting(FailedReason::rows)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    @DisplayName(
            "MA-21, case 53 The list of rows not imported has row, names and reason first, and can be brought again as it is")
    void file() {
        byte[] list = ("email,employee_id,first_name,last_name,phone,item_type,item_id\n"
                        + GOOD.replace("example.org,", "example.org,00041,").replace("A,course", "A,020 1,course")
                        + "\nc.example.org,00042,=Cy,\"C, D\",020 555,course,GDPR-101\n")
                .getBytes(StandardCharsets.UTF_8);
        ImportId id = applied(staged(list).id()).id();
        List<Column> columns = failures.columns(admin, id).block();
        List<NotImported> rows = failures.after(admin, id, null).block();
        String file = new String(NotImported.headings(columns), StandardCharsets.UTF_8)
                + new String(rows.getFirst().line(columns, "Not an address"), StandardCharsets.UTF_8);

        assertThat(file).isEqualTo("""
                \uFEFFRow,Email ID,Employee ID,Reason,first_name,last_name,item_type,item_id,phone\r
                3,c.example.org,00042,Not an address,'=Cy,"C, D",course,GDPR-101,020 555\r
                """);
        assertThat(failures.after(admin, id, rows.getLast()).block()).isEmpty();

        Import again = staged(file.replace("c.example.org", "c@example.org").getBytes(StandardCharsets.UTF_8));
        assertThat(again.errors()).isZero();
        assertThat(again.sources().getFirst().ignored()).isEmpty();
        assertThat(database.text(
                        "SELECT concat_ws(' ', email, last_name, item_id, fields ->> 'employee_id', fields ->> 'phone') FROM import_row WHERE import_id = ?",
                        again.id().value()))
                .isEqualTo("c@example.org C, D GDPR-101 00042 020 555");
        assertThat(database.text(
                        "SELECT first_name FROM import_row WHERE import_id = ?",
                        again.id().value()))
                .as("the quote that keeps a spreadsheet from taking it for a formula is ours")
                .isEqualTo("=Cy");
    }

    @Test
    @DisplayName("RL Rows that failed are seen and mended by those who may see and change the import")
    void rights() {
        ImportId id = applied(staged(file(GOOD, NO_ADDRESS)).id()).id();
        Actor ida = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund");
        assertThat(failures.page(ida, id, FailedFilter.ALL, false, 0, 10).block())
                .isEmpty();
        assertThat(failures.after(ida, id, null).block()).isEmpty();
        assertThat(failures.columns(ida, id).block()).isNull();
        assertThat(failures.count(ida, id, FailedFilter.ALL).block()).isZero();
        assertThat(failures.reasons(ida, id).block()).isEmpty();
        assertThatThrownBy(() -> failures.mend(ida, id, 2, Map.of()).block()).isInstanceOf(Refused.class);
    }

    private FailedRow failed(ImportId id) {
        return Objects.requireNonNull(
                        failures.page(admin, id, FailedFilter.ALL, false, 0, 1).block())
                .getFirst();
    }

    private List<Integer> lines(ImportId id, FailedFilter filter, boolean newestFirst) {
        return Objects.requireNonNull(
                        failures.page(admin, id, filter, newestFirst, 0, 10).block())
                .stream()
                .map(FailedRow::line)
                .toList();
    }

    private Import found(ImportId id) {
        return Objects.requireNonNull(imports.find(admin, id).block());
    }
}
