package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.rollcall.job.Fence;
import app.rollcall.live.JobState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was checked is not what is there any more: others worked meanwhile, or a second import runs beside. */
class ImportsMovedGroundTest extends ImportScene {

    @Autowired
    private ImportWork work;

    /** Applies a list on ground that moves between the second look and the first chunk. */
    private Import appliedAfter(ImportId id, Runnable meanwhile) {
        database.run(
                "UPDATE job SET state = 'running', step = 'applying', run = run + 1, done = 0, total = (SELECT rows FROM import)");
        meanwhile.run();
        work.resume(new Fence(id.job(), (int) database.number("SELECT run FROM job")), Step.APPLYING.code())
                .block();
        return reaches(id, JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS);
    }

    @Test
    @DisplayName("Confirm is bound to what was shown: rows whose ground moved are shown again, then applied as shown")
    void shownAgain() {
        ImportId id = staged(file("a@example.org,A,A,course,FIRE-2026", "b@example.org,B,B,course,GDPR-101"))
                .id();
        database.run("UPDATE course SET status = 'archived' WHERE code = 'FIRE-2026'");
        confirmed(admin, id, OnError.SKIP_ROWS).block();
        Import again =
                await().until(() -> reaches(id, Step.CHECKING), now -> now.job().reason() != null);

        assertThat(GroundMoved.rows(again.job())).hasValue(1);
        assertThat(findings(id)).isEqualTo(Map.of(2, List.of("error item_archived")));
        assertThat(again.errors()).isEqualTo(1);
        assertThat(count("person WHERE learner")).isZero();

        assertThat(applied(id).invited()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE course SET status = 'archived' WHERE code = 'FIRE-2026', item_archived",
        "UPDATE course SET status = 'draft' WHERE code = 'FIRE-2026', item_draft",
        "DELETE FROM course WHERE code = 'FIRE-2026', item_unknown"
    })
    @DisplayName("Case 80 A course that goes after the check fails its rows, whole, with a reason; the rest goes on")
    void courseGoes(String meanwhile, String reason) {
        database.learner("here@example.org", "He", "Re");
        ImportId id = staged(file(
                        "a@example.org,A,A,course,FIRE-2026",
                        "b@example.org,B,B,course,GDPR-101",
                        "b@example.org,B,B,course,FIRE-2026",
                        "here@example.org,,,course,FIRE-2026",
                        "c@example.org,C,C,,"))
                .id();
        Import over = appliedAfter(id, () -> database.run(meanwhile));

        assertThat(over.job().state()).isEqualTo(JobState.COMPLETED_WITH_ERRORS);
        assertThat(failures(id))
                .containsExactly(
                        "2 a@example.org " + reason, "4 b@example.org " + reason, "5 here@example.org " + reason);
        assertThat(List.of(over.imported(), over.invited(), over.enrolled())).containsExactly(2L, 2L, 1L);
        assertThat(count("person WHERE email = 'a@example.org'"))
                .as("a row that fails leaves nothing")
                .isZero();
    }

    @Test
    @DisplayName(
            "case 79: seats that others take after the check are not given twice: the rows behind the last one fail, whole")
    void seatsGo() {
        database.run("UPDATE course SET seats = 2 WHERE code = 'FIRE-2026'");
        long other = database.learner("other@example.org", "Ot", "Her");
        ImportId id = staged(file("a@example.org,A,A,course,FIRE-2026", "b@example.org,B,B,course,FIRE-2026"))
                .id();
        Import over = appliedAfter(
                id,
                () -> database.run(
                        "INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course WHERE code = 'FIRE-2026'",
                        other));

        assertThat(failures(id)).containsExactly("3 b@example.org item_full");
        assertThat(List.of(over.imported(), over.enrolled(), over.job().failed()))
                .containsExactly(1L, 1L, 1L);
        assertThat(count("enrolment")).isEqualTo(2);
        assertThat(count("person WHERE email = 'b@example.org'")).isZero();
    }

    @Test
    @DisplayName("Case 80 People who were disabled or made team after the check fail with a reason")
    void peopleChange() {
        long off = database.learner("off@example.org", "Off", "Line");
        long team = database.learner("team@example.org", "Te", "Am");
        ImportId id = staged(file("off@example.org,,,course,FIRE-2026", "team@example.org,,,course,FIRE-2026"))
                .id();
        Import over = appliedAfter(id, () -> {
            database.run("UPDATE person SET status = 'disabled', status_before = 'active' WHERE id = ?", off);
            database.run("UPDATE person SET learner = false WHERE id = ?", team);
        });

        assertThat(failures(id))
                .containsExactly("2 off@example.org person_disabled", "3 team@example.org belongs_to_team");
        assertThat(over.job().failed()).isEqualTo(2);
        assertThat(count("enrolment")).isZero();
    }

    @Test
    @DisplayName(
            "Case 80 Who was invited or enrolled by somebody else after the check is not invited or enrolled again")
    void doneMeanwhile() {
        ImportId id = staged(file("a@example.org,A,A,course,FIRE-2026", "b@example.org,B,B,,"))
                .id();
        Import over = appliedAfter(id, () -> {
            long invited = database.person("A@Example.org", "", "", "pending", true);
            database.run("INSERT INTO invitation (person_id) VALUES (?)", invited);
            database.run(
                    "INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course WHERE code = 'FIRE-2026'",
                    invited);
        });

        assertThat(over.job().state()).isEqualTo(JobState.COMPLETED);
        assertThat(List.of(over.imported(), over.skipped(), over.invited(), over.enrolled()))
                .containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    @DisplayName("C4 Two imports of the same people at once: each is invited once, enrolled once, and both imports end")
    void twoAtOnce() {
        int people = 6_000;
        database.run("""
                INSERT INTO person (email, first_name, last_name, status)
                SELECT 'p' || n || '@example.org', 'Here', 'Already', 'active' FROM generate_series(0, 1999) n""");
        ImportId up = upload(admin, file(rows(people, false)));
        ImportId down = upload(admin, file(rows(people, true)));
        for (ImportId id : List.of(up, down)) {
            reaches(id, Step.ADDING);
            checked(id);
        }
        confirmed(admin, up, OnError.SKIP_ROWS)
                .and(confirmed(admin, down, OnError.SKIP_ROWS))
                .block();
        Import first = reaches(up, JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS);
        Import second = reaches(down, JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS);

        assertThat(List.of(first.job().state(), second.job().state())).containsOnly(JobState.COMPLETED);
        assertThat(count("person WHERE learner")).isEqualTo(people);
        assertThat(count("invitation")).isEqualTo(people - 2_000);
        assertThat(first.invited() + second.invited()).isEqualTo(people - 2_000);
        assertThat(count("enrolment")).isEqualTo(people);
        assertThat(first.enrolled() + second.enrolled()).isEqualTo(people);
        assertThat(first.successful()).isEqualTo(people);
        assertThat(second.successful()).isEqualTo(people);
    }

    private static String[] rows(int people, boolean downwards) {
        return IntStream.range(0, people)
                .map(n -> downwards ? people - 1 - n : n)
                .mapToObj(n -> "p" + n + "@example.org,Per,Son,course,FIRE-2026")
                .toArray(String[]::new);
    }
}
