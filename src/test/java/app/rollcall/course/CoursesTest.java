package app.rollcall.course;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class CoursesTest {

    private static final boolean ARCHIVED = true;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Courses courses;

    private Actor mira;

    @BeforeEach
    void anAdminAndNobodyElse() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @Test
    @DisplayName("A course counts people, not attempts: who is disabled holds a place but is no learner of it")
    void people() {
        long fire = database.course("FIRE-1", "Fire safety");
        long gdpr = database.course("GDPR-1", "Data protection");
        long forklift = database.course("FORK-1", "Forklift");
        long empty = database.course("NONE-1", "Nobody's");
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        long bram = database.person("bram@example.org", "Bram", "de Vries", "paused", true);
        long chen = database.person("chen@example.org", "", "", "pending", true);
        long gone = database.person("gone@example.org", "Dana", "Gone", "disabled", true);
        long away = database.person("away@example.org", "Eli", "Away", "disabled", true);

        enrol(amara, fire, 1, !ARCHIVED);
        enrol(amara, fire, 2, !ARCHIVED);
        enrol(amara, fire, 4, !ARCHIVED);
        enrol(bram, fire, 1, ARCHIVED);
        enrol(bram, fire, 2, !ARCHIVED);
        enrol(chen, fire, 1, !ARCHIVED);
        enrol(chen, fire, 2, ARCHIVED);
        enrol(gone, fire, 1, !ARCHIVED);
        enrol(gone, fire, 2, !ARCHIVED);
        enrol(away, fire, 1, ARCHIVED);
        enrol(away, gdpr, 2, !ARCHIVED);
        enrol(amara, forklift, 1, ARCHIVED);

        assertThat(courses.page(mira, "", 0, 50).block())
                .extracting(Course::title, Course::taken, Course::learners)
                .containsExactly(
                        Tuple.tuple("Data protection", 1L, 0L),
                        Tuple.tuple("Fire safety", 4L, 3L),
                        Tuple.tuple("Forklift", 0L, 0L),
                        Tuple.tuple("Nobody's", 0L, 0L));
        assertThat(found(fire)).extracting(Course::taken, Course::learners).containsExactly(4L, 3L);
        assertThat(found(empty)).extracting(Course::taken, Course::learners).containsExactly(0L, 0L);
    }

    @Test
    @DisplayName("A page holds what was asked for, by title; past the end and for an unknown text it is empty")
    void pages() {
        for (int number = 1; number <= 5; number++) {
            long course = database.course("C-" + number, "Course " + (6 - number));
            for (int learner = 0; learner < number; learner++) {
                enrol(database.learner(number + "." + learner + "@example.org", "A", "B"), course, 1, !ARCHIVED);
            }
        }

        assertThat(page("", 1, 2)).extracting(Course::title).containsExactly("Course 2", "Course 3");
        assertThat(page("", 1, 2)).extracting(Course::learners).containsExactly(4L, 3L);
        assertThat(page("c-5", 0, 50)).extracting(Course::learners).containsExactly(5L);
        assertThat(page("", 5, 25)).isEmpty();
        assertThat(page("nothing of the kind", 0, 25)).isEmpty();
        assertThat(courses.find(mira, new CourseId(Long.MAX_VALUE)).blockOptional())
                .isEmpty();
    }

    private List<Course> page(String text, long offset, int limit) {
        return Objects.requireNonNull(courses.page(mira, text, offset, limit).block());
    }

    private Course found(long course) {
        return Objects.requireNonNull(courses.find(mira, new CourseId(course)).block());
    }

    private void enrol(long person, long course, int attempt, boolean archived) {
        database.run(
                "INSERT INTO enrolment (person_id, course_id, attempt, archived_at) VALUES (?, ?, ?, CASE WHEN ? THEN now() END)",
                person,
                course,
                attempt,
                archived);
    }
}
