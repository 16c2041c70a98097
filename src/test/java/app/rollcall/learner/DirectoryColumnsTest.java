package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class DirectoryColumnsTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private Directory directory;

    @Autowired
    private OwnColumns own;

    private Actor mira;
    private PersonId amara;

    @BeforeEach
    void someone() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
    }

    @Test
    @DisplayName(
            "EG-08 Of each course the newest attempt counts, once: what was completed and begun anew is not completed")
    void completed() {
        long fire = database.course("FIRE", "Fire safety");
        long ladders = database.course("LADDERS", "Ladders");
        long knots = database.course("KNOTS", "Knots");
        attempt(fire, 1, "completed");
        attempt(fire, 2, "completed");
        attempt(ladders, 1, "completed");
        attempt(ladders, 2, "started");
        attempt(knots, 1, "completed");
        database.run("UPDATE enrolment SET archived_at = now() WHERE course_id = ?", knots);

        assertThat(row().courses()).isEqualTo(2);
        assertThat(row().completed()).isEqualTo(1);
    }

    @Test
    @DisplayName("EG-08 The location shows only if the learner set it")
    void location() {
        assertThat(row().location()).isNull();
        database.run("UPDATE person SET location = 'Lyon' WHERE id = ?", amara.value());
        assertThat(row().location()).isEqualTo("Lyon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EVERYBODY | email,location,shoe_size | name,email,location
            EVERYBODY | location,email,email     | name,email,location
            EVERYBODY | name                     | name
            EVERYBODY | remind,status            | name,status
            PENDING   | remind,status,location   | name,status,remind
            """)
    @DisplayName("EG-08 Columns are read from their words, in whatever order; what the table has not is passed over")
    void words(DirectoryTable table, String codes, String read) {
        assertThat(DirectoryColumns.of(table, codes).orElseThrow().codes()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"EVERYBODY,''", "EVERYBODY,shoe_size", "EVERYBODY,remind", "PENDING,location"})
    @DisplayName("EG-08 Words that name no column choose none")
    void nothing(DirectoryTable table, String codes) {
        assertThat(DirectoryColumns.of(table, codes)).isEmpty();
    }

    @Test
    @DisplayName(
            "EG-08 The columns one chose are kept for each table, and forgotten when they are the usual ones again")
    void kept() {
        Actor ana = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        DirectoryColumns usual = DirectoryColumns.usual(DirectoryTable.EVERYBODY);
        DirectoryColumns few = usual.showing(Set.of(DirectoryColumn.LOCATION));
        DirectoryColumns none = DirectoryColumns.usual(DirectoryTable.PENDING).showing(Set.of());
        own.keep(mira, usual.showing(Set.of(DirectoryColumn.ADDED))).block();
        own.keep(mira, few).block();
        own.keep(mira, none).block();

        assertThat(own.find(mira).block()).containsExactlyInAnyOrder(few, none);
        assertThat(own.find(ana).block()).isEmpty();
        own.keep(mira, usual).block();
        assertThat(own.find(mira).block()).containsExactly(none);
    }

    private void attempt(long course, int number, String completion) {
        database.run(
                "INSERT INTO enrolment (person_id, course_id, attempt, completion) VALUES (?, ?, ?, ?)",
                amara.value(),
                course,
                number,
                completion);
    }

    private LearnerRow row() {
        return Objects.requireNonNull(directory.rows(mira, List.of(amara)).block())
                .getFirst();
    }
}
