package app.rollcall.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.course.CourseId;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class LearnerCoursesTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private LearnerCourses courses;

    private Actor mira;
    private PersonId amara;
    private CourseId fire;
    private CourseId gdpr;
    private CourseId forklift;

    @BeforeEach
    void threeCoursesOfWhichTwoAreHers() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        fire = new CourseId(database.course("FIRE-2026", "Fire safety"));
        gdpr = new CourseId(database.course("GDPR-101", "Data protection"));
        forklift = new CourseId(database.course("FORK-1", "Forklift"));
        database.run(
                "INSERT INTO enrolment (person_id, course_id, completion, progress, score_scaled) VALUES (?, ?, 'completed', 100, 0.72)",
                amara.value(),
                fire.value());
        database.run(
                "INSERT INTO enrolment (person_id, course_id, completion, progress) VALUES (?, ?, 'in_progress', 34)",
                amara.value(),
                gdpr.value());
    }

    @Test
    @DisplayName("OM-58, OM-59 Courses are found by title or ID, and ordered by name, completion rate and quiz score")
    void ordered() {
        assertThat(titles("", LearnerCourseOrder.TITLE)).containsExactly("Data protection", "Fire safety");
        assertThat(titles("", LearnerCourseOrder.COMPLETION_DESCENDING))
                .containsExactly("Fire safety", "Data protection");
        assertThat(titles("", LearnerCourseOrder.SCORE)).containsExactly("Fire safety", "Data protection");
        assertThat(titles("gdpr", LearnerCourseOrder.TITLE)).containsExactly("Data protection");
        assertThat(titles("a%a", LearnerCourseOrder.TITLE)).isEmpty();
        assertThat(courses.count(mira, amara, "fire").block()).isEqualTo(1);
        assertThat(courses.figures(mira, amara).block()).isEqualTo(new CourseFigures(2, 1, 67));
    }

    @Test
    @DisplayName(
            "OM-60 Direct Enroll offers what is published, has a seat and is not theirs; all of it is given, or none")
    void enrolled() {
        CourseId full = new CourseId(database.course("FULL-1", "Full"));
        database.run("UPDATE course SET seats = 0 WHERE id = ?", full.value());
        CourseId draft = new CourseId(database.course("DRAFT-1", "Draft"));
        database.run("UPDATE course SET status = 'draft' WHERE id = ?", draft.value());
        assertThat(courses.enrollable(mira, amara, "", 0, 50).block())
                .extracting(EnrollableCourse::id)
                .containsExactly(forklift);

        assertThatThrownBy(() -> courses.enrol(mira, amara, List.of(forklift, full), Requirement.OPTIONAL, null)
                        .block())
                .isInstanceOf(CannotAssign.class);
        assertThat(courses.count(mira, amara, "").block()).isEqualTo(2);
        assertThat(courses.enrol(mira, amara, List.of(forklift, fire), Requirement.REQUIRED, null)
                        .block())
                .isEqualTo(1);
        assertThat(courses.count(mira, amara, "").block()).isEqualTo(3);
    }

    @Test
    @DisplayName("OM-60 A course that is taken away is given back as it was; not over one that was given anew")
    void takenAndGivenBack() {
        LearnerCourses.Taken taken = courses.take(mira, amara, gdpr).block();
        assertThat(titles("", LearnerCourseOrder.TITLE)).containsExactly("Fire safety");
        assertThat(courses.take(mira, amara, gdpr).blockOptional()).isEmpty();
        courses.giveBack(mira, taken).block();
        assertThat(courses.page(mira, amara, "gdpr", LearnerCourseOrder.TITLE, 0, 5)
                        .block()
                        .getFirst()
                        .progress())
                .isEqualTo(34);

        LearnerCourses.Taken again = courses.take(mira, amara, gdpr).block();
        courses.enrol(mira, amara, List.of(gdpr), Requirement.OPTIONAL, null).block();
        assertThatThrownBy(() -> courses.giveBack(mira, again).block())
                .isInstanceOfSatisfying(
                        CannotAssign.class, e -> assertThat(e.reason()).isEqualTo(CannotAssign.Reason.HAS_IT_ANEW));
        assertThat(database.text("SELECT string_agg(verb, ' ' ORDER BY id) FROM audit_entry"))
                .isEqualTo("unenrolled enrolled unenrolled enrolled");
    }

    @Test
    @DisplayName("C11 What was taken away is not given back when its seat has gone to somebody else")
    void seatGone() {
        LearnerCourses.Taken taken = courses.take(mira, amara, gdpr).block();
        database.run("UPDATE course SET seats = 1 WHERE id = ?", gdpr.value());
        database.run(
                "INSERT INTO enrolment (person_id, course_id) VALUES (?, ?)",
                database.learner("bram@example.org", "Bram", "de Vries"),
                gdpr.value());
        assertThatThrownBy(() -> courses.giveBack(mira, taken).block())
                .isInstanceOfSatisfying(
                        CannotAssign.class, e -> assertThat(e.reason()).isEqualTo(CannotAssign.Reason.NO_SEATS));
        assertThat(courses.count(mira, amara, "").block()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL Who does not manage users neither sees somebody's courses nor gives or takes them")
    void notTheirs(Role role) {
        Actor other = Actors.withRole(database, role, "Ole", "Berg");
        assertThatThrownBy(() -> courses.page(other, amara, "", LearnerCourseOrder.TITLE, 0, 5)
                        .block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> courses.enrol(other, amara, List.of(forklift), Requirement.OPTIONAL, null)
                        .block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> courses.take(other, amara, fire).block()).isInstanceOf(Refused.class);
        assertThat(courses.count(mira, amara, "").block()).isEqualTo(2);
    }

    private List<String> titles(String text, LearnerCourseOrder order) {
        return courses.page(mira, amara, text, order, 0, 50).block().stream()
                .map(LearnerCourse::title)
                .toList();
    }
}
