package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.rollcall.importing.CannotConfirm.Reason;
import app.rollcall.live.JobState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** From a file to learners, over the real reader and the real runner. */
class ImportsTest extends ImportScene {

    @Test
    @DisplayName("OM-46, OM-47, OM-49 The check counts a file and gives each bad line its reason")
    void review() throws IOException {
        Import staged = staged(sample());

        assertThat(staged.rows()).isEqualTo(20);
        assertThat(staged.emails()).isEqualTo(19);
        assertThat(List.of(staged.valid(), staged.warnings(), staged.errors())).containsExactly(14L, 0L, 6L);
        assertThat(staged.sources())
                .extracting(Source::fileName, Source::charset, Source::delimiter, Source::rows)
                .containsExactly(tuple("list.csv", "UTF-8", ",", 20L));
        assertThat(findings(staged.id()))
                .isEqualTo(Map.of(
                        7, List.of("error email_malformed"),
                        10, List.of("error duplicate"),
                        11, List.of("error item_unknown"),
                        12, List.of("error email_malformed"),
                        14, List.of("error item_id_missing"),
                        15, List.of("error item_archived")));
        assertThat(count("invitation")).isZero();
    }

    @Test
    @DisplayName("OM-49 The review's filters list the addresses that have such rows, in the file's order")
    void reviewFilters() throws IOException {
        ImportId id = staged(sample()).id();

        assertThat(lines(id, ReviewFilter.ERRORS, 0, 50)).containsExactly(2, 10, 7, 11, 12, 14, 15);
        assertThat(lines(id, ReviewFilter.ERRORS, 4, 50)).containsExactly(14, 15);
        assertThat(rows.groupCount(admin, id, ReviewFilter.ERRORS).block()).isEqualTo(6);
        assertThat(lines(id, ReviewFilter.VALID, 0, 3)).containsExactly(3, 4, 5);
        assertThat(lines(id, ReviewFilter.WARNINGS, 0, 50)).isEmpty();
        assertThat(lines(id, ReviewFilter.ALL, 0, 50)).hasSize(20);
        assertThat(rows.groups(admin, id, ReviewFilter.ALL, 0, 1)
                        .block()
                        .getFirst()
                        .lines())
                .first()
                .extracting(ReviewRow::itemTitle)
                .isEqualTo("Fire safety");
    }

    @Test
    @DisplayName("OM-50 With errors left and every error to mend first, confirming is refused and nothing starts")
    void errorsBlock() throws IOException {
        ImportId id = staged(sample()).id();

        assertCannot(confirmed(admin, id, OnError.BLOCK), Reason.ERRORS_LEFT);
        assertThat(reaches(id, JobState.REVIEW).onError()).isEqualTo(OnError.BLOCK);
        assertThat(count("scheduled_tasks WHERE task_name = 'job'")).isZero();
    }

    @Test
    @DisplayName("OM-50 A list in which every row is wrong cannot be confirmed at all")
    void nothingToImport() {
        ImportId id = staged(file("a.example.org,A,A,,", "b@example.org,B,B,course,NOPE"))
                .id();

        assertCannot(confirmed(admin, id, OnError.SKIP_ROWS), Reason.NOTHING_TO_IMPORT);
    }

    @Test
    @DisplayName(
            "OM-52, OM-53, OM-54, OM-55 Confirmed without its bad rows, a file becomes people, invitations, enrolments, accesses")
    void applied() throws IOException {
        Import over = applied(staged(sample()).id());

        assertThat(over.job().state()).isEqualTo(JobState.COMPLETED_WITH_ERRORS);
        assertThat(List.of(over.rows(), over.successful(), over.job().failed(), over.enrolled(), over.invited()))
                .containsExactly(20L, 14L, 6L, 13L, 14L);
        assertThat(over.skipped()).isZero();
        assertThat(over.job().share()).isEqualTo(1);
        assertThat(count("person WHERE learner AND status = 'pending'")).isEqualTo(14);
        assertThat(count("invitation WHERE state = 'queued' AND invited_by = "
                        + admin.id().value()))
                .isEqualTo(14);
        assertThat(count("enrolment WHERE attempt = 1")).isEqualTo(9);
        assertThat(count("product_access")).isEqualTo(4);
        assertThat(database.text("SELECT last_name FROM person WHERE email = 'olga.petrova@example.org'"))
                .isEqualTo("Петрова");
        assertThat(failures(over.id()))
                .containsExactly(
                        "7 farid.example.org email_malformed",
                        "10 Anna.Berg@example.org duplicate",
                        "11 ines.costa@example.org item_unknown",
                        "12 jonas.keller@example,org email_malformed",
                        "14 lena.novak@example.org item_id_missing",
                        "15 maya.singh@example.org item_archived");
        assertThat(database.text("SELECT string_agg(verb || ':' || subject_count, ' ' ORDER BY id) FROM audit_entry"))
                .isEqualTo("uploaded:1 confirmed:1 imported:14");
    }

    @Test
    @DisplayName("OM-53 A list without errors is confirmed under either rule, and ends without errors")
    void clean() {
        ImportId id = staged(file("a@example.org,A,A,,", "b@example.org,B,B,course,FIRE-2026"))
                .id();
        confirmed(admin, id, OnError.BLOCK).block();

        assertThat(reaches(id, JobState.COMPLETED).successful()).isEqualTo(2);
        assertThat(failures(id)).isEmpty();
    }

    @Test
    @DisplayName(
            "OM-51, OM-53, cases 63, 64 and 66 Who is here already: the active is enrolled without invitation, the invited not invited again")
    void existingLearners() {
        database.learner("active@example.org", "Act", "Ive");
        long enrolled = database.learner("enrolled@example.org", "En", "Rolled");
        long pending = database.person("pending@example.org", "", "", "pending", true);
        database.person("paused@example.org", "Pau", "Sed", "paused", true);
        database.run("INSERT INTO invitation (person_id, state) VALUES (?, 'sent')", pending);
        database.run(
                "INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course WHERE code = 'FIRE-2026'",
                enrolled);
        Import staged = staged(file(
                "Active@Example.org,Other,Name,course,fire-2026",
                "enrolled@example.org,,,course,FIRE-2026",
                "pending@example.org,,,course,FIRE-2026",
                "paused@example.org,,,product,ONB-BASIC",
                "enrolled@example.org,,,,"));

        assertThat(findings(staged.id()))
                .isEqualTo(Map.of(
                        3, List.of("warning already_enrolled"),
                        4, List.of("warning already_invited")));
        Import over = applied(staged.id());
        assertThat(over.job().state()).isEqualTo(JobState.COMPLETED);
        assertThat(List.of(over.invited(), over.enrolled(), over.skipped())).containsExactly(0L, 3L, 2L);
        assertThat(count("invitation")).isEqualTo(1);
        assertThat(database.text("SELECT first_name FROM person WHERE email = 'active@example.org'"))
                .as("an import never renames")
                .isEqualTo("Act");
        assertThat(count("enrolment WHERE person_id = " + enrolled)).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-51 Whose enrolment was archived is enrolled again, in a new attempt")
    void archivedEnrolment() {
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        database.run(
                "INSERT INTO enrolment (person_id, course_id, archived_at) SELECT ?, id, now() FROM course WHERE code = 'FIRE-2026'",
                amara);

        assertThat(applied(staged(file("amara@example.org,,,course,FIRE-2026")).id())
                        .enrolled())
                .isEqualTo(1);
        assertThat(database.number("SELECT max(attempt) FROM enrolment WHERE archived_at IS NULL"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("OM-49, cases 65, 67 and 76 Disabled and team addresses, unknown, archived and draft items are errors")
    void refusedRows() {
        database.person("off@example.org", "Off", "Line", "disabled", true);
        database.run("UPDATE product SET status = 'draft' WHERE code = 'FIELD-KIT'");
        ImportId id = staged(file(
                        "OFF@example.org,,,course,FIRE-2026",
                        "mira.solberg@team.example.org,,,,",
                        "a@example.org,,,course,ONB-BASIC",
                        "b@example.org,,,course,OLD-2019",
                        "c@example.org,,,product,FIELD-KIT",
                        "d@example.org,,,,"))
                .id();

        assertThat(findings(id))
                .isEqualTo(Map.of(
                        2, List.of("error person_disabled"),
                        3, List.of("error belongs_to_team"),
                        4, List.of("error item_unknown"),
                        5, List.of("error item_archived"),
                        6, List.of("error item_draft")));
        assertThat(applied(id).invited()).isEqualTo(1);
        assertThat(count("person")).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "Case 57 One person in two spellings is one person; the same item twice is a duplicate of the first line")
    void addressCase() {
        Import staged = staged(file(
                "A@x.org,Ada,First,course,FIRE-2026",
                "a@X.org,Ada,Second,product,ONB-BASIC",
                "a@x.ORG,Ada,Third,course,fire-2026"));

        assertThat(staged.emails()).isEqualTo(1);
        assertThat(findings(staged.id()))
                .isEqualTo(Map.of(3, List.of("warning says_otherwise"), 4, List.of("error duplicate")));
        assertThat(rows(staged.id(), ReviewFilter.ERRORS))
                .hasSize(3)
                .last()
                .satisfies(row -> assertThat(row.findings().getFirst().detail()).isEqualTo("2"));
        Import over = applied(staged.id());
        assertThat(List.of(over.invited(), over.enrolled())).containsExactly(1L, 2L);
        assertThat(database.text("SELECT last_name FROM person WHERE email = 'a@x.org'"))
                .isEqualTo("First");
    }

    @Test
    @DisplayName("OM-51 The same file again finds everything done: each row is skipped, nobody invited twice")
    void again() throws IOException {
        applied(staged(sample()).id());
        long people = count("person");
        Import staged = staged(sample());
        Import over = applied(staged.id());

        assertThat(List.of(staged.valid(), staged.warnings(), staged.errors())).containsExactly(0L, 14L, 6L);
        assertThat(List.of(over.imported(), over.skipped(), over.invited(), over.enrolled()))
                .containsExactly(0L, 14L, 0L, 0L);
        assertThat(count("person")).isEqualTo(people);
        assertThat(count("invitation")).isEqualTo(14);
        assertThat(count("enrolment")).isEqualTo(9);
    }

    @Test
    @DisplayName("OM-53 Of several confirmations exactly one wins; the others are told that it is no longer in review")
    void confirmTwice() {
        ImportId id = staged(file("a@example.org,A,A,,")).id();
        List<Throwable> lost = Flux.range(0, 4)
                .flatMap(_ -> confirmed(admin, id, OnError.SKIP_ROWS)
                        .subscribeOn(Schedulers.parallel())
                        .then(Mono.<Throwable>empty())
                        .onErrorResume(Mono::just))
                .collectList()
                .block();

        assertThat(lost).hasSize(3).allSatisfy(failure -> assertReason(failure, Reason.NOT_IN_REVIEW));
        assertThat(reaches(id, JobState.COMPLETED).invited()).isEqualTo(1);
        assertCannot(confirmed(admin, id, OnError.SKIP_ROWS), Reason.NOT_IN_REVIEW);
        assertCannot(confirmed(admin, new ImportId(1_000_000), OnError.SKIP_ROWS), Reason.NOT_IN_REVIEW);
    }

    @Test
    @DisplayName("A discarded list imports nothing and cannot be confirmed; one that is applied cannot be discarded")
    void discard() {
        ImportId id = staged(file("a@example.org,A,A,,")).id();
        imports.discard(admin, id).block();
        imports.discard(admin, id).block();

        assertThat(reaches(id, JobState.CANCELLED).job().finishedAt()).isNotNull();
        assertCannot(confirmed(admin, id, OnError.SKIP_ROWS), Reason.NOT_IN_REVIEW);
        assertThat(count("audit_entry WHERE verb = 'cancelled'")).isEqualTo(1);
        assertThat(count("person WHERE learner")).isZero();

        ImportId other = applied(staged(file("a@example.org,A,A,,")).id()).id();
        imports.discard(admin, other).block();
        assertThat(reaches(other, JobState.COMPLETED).invited()).isEqualTo(1);
    }

    private List<Integer> lines(ImportId id, ReviewFilter filter, long offset, int limit) {
        return rows.groups(admin, id, filter, offset, limit)
                .flatMapIterable(groups -> groups)
                .flatMapIterable(EmailGroup::lines)
                .map(ReviewRow::line)
                .collectList()
                .block();
    }

    private static void assertCannot(Mono<Void> command, Reason reason) {
        assertThatThrownBy(command::block).satisfies(failure -> assertReason(failure, reason));
    }

    private static void assertReason(Throwable failure, Reason reason) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        CannotConfirm.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(reason));
    }
}
