package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.csv.Column;
import app.rollcall.live.JobState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists about courses that take only so many people. */
class SeatsTest extends ImportScene {

    private static final List<String> FULL = List.of("error item_full");

    @Test
    @DisplayName(
            "case 79: seats exhausted in row 501: 500 rows are good, each behind them is told that no seat is left")
    void exhausted() {
        seats("FIRE-2026", 500);
        Import shown = staged(file(IntStream.rangeClosed(1, 620)
                .mapToObj(n -> "p" + n + "@example.org,P,N" + n + ",course,FIRE-2026")
                .toArray(String[]::new)));
        assertThat(List.of(shown.rows(), shown.valid(), shown.errors())).containsExactly(620L, 500L, 120L);
        assertThat(rows(shown.id(), ReviewFilter.ERRORS).getFirst().line()).isEqualTo(502);

        Import over = applied(shown.id());
        assertThat(over.job().state()).isEqualTo(JobState.COMPLETED_WITH_ERRORS);
        assertThat(List.of(over.imported(), over.enrolled(), over.job().failed()))
                .containsExactly(500L, 500L, 120L);
        assertThat(failures(shown.id())).first().isEqualTo("502 p501@example.org item_full");
        assertThat(count("person WHERE learner"))
                .as("a row that fails leaves nothing")
                .isEqualTo(500);
        assertThat(count("enrolment")).isEqualTo(500);
    }

    @Test
    @DisplayName(
            "case 79: who is in already, and a row that is at fault anyhow, take no seat; codes are read without case")
    void noSeatTaken() {
        long here = database.learner("here@example.org", "He", "Re");
        database.run(
                "INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course WHERE code = 'FIRE-2026'", here);
        seats("FIRE-2026", 3);
        ImportId id = staged(file(
                        "here@example.org,,,course,FIRE-2026",
                        "a@example.org,A,A,course,fire-2026",
                        "a@example.org,A,A,course,FIRE-2026",
                        "wrong,,,course,FIRE-2026",
                        "b@example.org,B,B,course,FIRE-2026",
                        "c@example.org,C,C,course,FIRE-2026",
                        "c@example.org,C,C,course,GDPR-101"))
                .id();
        assertThat(findings(id))
                .containsEntry(2, List.of("warning already_enrolled"))
                .containsEntry(4, List.of("error duplicate"))
                .containsEntry(7, FULL)
                .doesNotContainKeys(3, 6, 8);
        Import over = applied(id);
        assertThat(over.enrolled()).isEqualTo(3);
        assertThat(count("person WHERE email = 'c@example.org'"))
                .as("the person's other row is good")
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "case 79: a row that goes gives its seat to the next one; one that comes takes it by its place in the list")
    void passedOn() {
        seats("FIRE-2026", 2);
        ImportId id = staged(file(
                        "a@example.org,A,A,course,FIRE-2026",
                        "b@example.org,B,B,course,GDPR-101",
                        "c@example.org,C,C,course,FIRE-2026",
                        "d@example.org,D,D,course,FIRE-2026"))
                .id();
        assertThat(findings(id)).isEqualTo(Map.of(5, FULL));

        rows.change(admin, id, row(id, 3), Column.ITEM_ID, "FIRE-2026").block();
        assertThat(findings(id)).isEqualTo(Map.of(4, FULL, 5, FULL));
        rows.remove(admin, id, row(id, 2)).block();
        assertThat(findings(id)).isEqualTo(Map.of(5, FULL));
        rows.change(admin, id, row(id, 3), Column.ITEM_ID, "GDPR-101").block();
        assertThat(findings(id)).isEmpty();

        Import now = imports.find(admin, id).block();
        assertThat(List.of(now.rows(), now.valid(), now.errors())).containsExactly(3L, 3L, 0L);
        Import over = applied(id);
        assertThat(over.job().state()).isEqualTo(JobState.COMPLETED);
        assertThat(over.enrolled()).isEqualTo(3);
    }

    private int row(ImportId id, int line) {
        return rows(id, ReviewFilter.ALL).stream()
                .filter(row -> row.line() == line)
                .findFirst()
                .orElseThrow()
                .rowNo();
    }

    private void seats(String course, int seats) {
        database.run("UPDATE course SET seats = ? WHERE code = ?::citext", seats, course);
    }
}
