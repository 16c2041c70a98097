package app.rollcall.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What foreign keys would promise of the tables that an import fills, and is kept for a whole statement's rows at once. */
@RollcallTest
class SetKeysTest {

    private static final String ENROL = "INSERT INTO enrolment (person_id, course_id) VALUES (%d, %d)";

    @Autowired
    private TestDatabase database;

    @Autowired
    private DataSource dataSource;

    private long anna;
    private long course;

    @BeforeEach
    void prepare() {
        database.reset();
        anna = database.learner("anna@example.org", "Anna", "Berg");
        course = database.course("FIRE-2026", "Fire safety");
    }

    @ParameterizedTest
    @CsvSource({"999, 1, nobody", "1, 999, a course that is none"})
    @DisplayName("An enrolment of nobody, or in nothing, is refused")
    void refused(long person, long of, String missing) {
        assertThatThrownBy(() -> database.run(ENROL.formatted(person, of)))
                .rootCause()
                .hasMessageContaining(missing);
        assertThatThrownBy(() -> database.run("INSERT INTO invitation (person_id) VALUES (1), (999)"))
                .rootCause()
                .hasMessageContaining("nobody");
        assertThat(database.number("SELECT (SELECT count(*) FROM enrolment) + (SELECT count(*) FROM invitation)"))
                .isZero();
    }

    @Test
    @DisplayName("An enrolment and an invitation stay with whom they are about")
    void stays() {
        long berta = database.learner("berta@example.org", "Berta", "Berg");
        database.run(ENROL.formatted(anna, course));
        database.run("INSERT INTO invitation (person_id) VALUES (?)", anna);

        assertThatThrownBy(() -> database.run("UPDATE enrolment SET person_id = ?", berta))
                .rootCause()
                .hasMessageContaining("stays");
        assertThatThrownBy(() -> database.run("UPDATE invitation SET person_id = ?", berta))
                .rootCause()
                .hasMessageContaining("stays");
    }

    @Test
    @DisplayName("Enrolments go with their person and with their course; an invitation outlives its person")
    void goes() {
        long berta = database.learner("berta@example.org", "Berta", "Berg");
        long other = database.course("GDPR-101", "Data protection");
        database.run(ENROL.formatted(anna, course));
        database.run(ENROL.formatted(berta, course));
        database.run(ENROL.formatted(berta, other));
        database.run("INSERT INTO invitation (person_id) VALUES (?)", anna);

        database.run("DELETE FROM person WHERE id = ?", anna);
        database.run("DELETE FROM course WHERE id = ?", course);

        assertThat(database.text("SELECT string_agg(person_id || ' ' || course_id, ',') FROM enrolment"))
                .isEqualTo(berta + " " + other);
        assertThat(database.number("SELECT count(*) FROM invitation WHERE person_id IS NULL"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Who is deleted while somebody enrols them waits for that, and takes the enrolment along")
    void meanwhile() throws SQLException {
        try (Connection enrolling = dataSource.getConnection()) {
            enrolling.setAutoCommit(false);
            enrolling.createStatement().execute(ENROL.formatted(anna, course));
            CompletableFuture<Void> deleted =
                    CompletableFuture.runAsync(() -> database.run("DELETE FROM person WHERE id = ?", anna));
            await().until(() -> database.number(
                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'DELETE FROM person%'")
                    == 1);
            enrolling.commit();
            deleted.join();
        }

        assertThat(database.number("SELECT count(*) FROM enrolment")).isZero();
    }

    @Test
    @DisplayName("Who enrols somebody that is being deleted waits for that, and is refused")
    void tooLate() throws SQLException {
        try (Connection deleting = dataSource.getConnection()) {
            deleting.setAutoCommit(false);
            deleting.createStatement().execute("DELETE FROM person WHERE id = " + anna);
            CompletableFuture<Void> enrolled =
                    CompletableFuture.runAsync(() -> database.run(ENROL.formatted(anna, course)));
            await().until(() -> database.number(
                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO enrolment%'")
                    == 1);
            deleting.commit();

            assertThatThrownBy(enrolled::join).rootCause().hasMessageContaining("nobody");
        }
        assertThat(database.number("SELECT count(*) FROM enrolment")).isZero();
    }
}
