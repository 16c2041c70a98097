package app.rollcall.learning;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.course.CourseKind;
import app.rollcall.enrolment.EnrolmentStatus;
import app.rollcall.enrolment.Requirement;
import app.rollcall.learner.Learners;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class MyLearningTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private MyLearning learning;

    @Autowired
    private Learners learners;

    private long ana;
    private long amara;
    private long fire;

    @BeforeEach
    void people() {
        database.reset();
        database.run("INSERT INTO organisation (name) VALUES ('Northwind Training')");
        ana = database.teamMember("ana@example.org", "Ana", "Ruiz", "owner");
        amara = database.learner("amara@example.org", "Amara", "Okafor");
        fire = database.course("FIRE-2026", "Fire safety 2026");
    }

    @Test
    @DisplayName("LS-03 A course has its code, title, kind, requirement, due date and progress")
    void a_course_as_it_stands() {
        database.run("""
                INSERT INTO enrolment (person_id, course_id, requirement, due_at, assigned_by, completion, progress)
                VALUES (?, ?, 'required', '2026-11-28T10:00Z', ?, 'in_progress', 72)""", amara, fire, ana);

        assertThat(courses(amara).courses()).singleElement().satisfies(course -> {
            assertThat(course.code()).isEqualTo("FIRE-2026");
            assertThat(course.title()).isEqualTo("Fire safety 2026");
            assertThat(course.kind()).isEqualTo(CourseKind.SELF_PACED);
            assertThat(course.requirement()).isEqualTo(Requirement.REQUIRED);
            assertThat(course.dueAt()).isEqualTo(Instant.parse("2026-11-28T10:00:00Z"));
            assertThat(course.assignedBy()).isEqualTo("Ana Ruiz");
            assertThat(course.status()).isEqualTo(new EnrolmentStatus.InProgress(72));
        });
    }

    @Test
    @DisplayName("LS-03 Of several attempts the latest counts; MA-41 once that is put away, the course is gone")
    void the_latest_attempt() {
        enrol(amara, fire, 1, "completed", 100, null);
        enrol(amara, fire, 2, "in_progress", 30, null);
        assertThat(courses(amara).courses())
                .extracting(MyCourse::status)
                .containsExactly(new EnrolmentStatus.InProgress(30));

        database.run("UPDATE enrolment SET archived_at = now() WHERE attempt = 2");
        assertThat(courses(amara).courses()).isEmpty();
    }

    @Test
    @DisplayName("LS-03 What is due first comes first, what is completed last")
    void order() {
        enrol(amara, fire, 1, "completed", 100, null);
        enrol(amara, database.course("B", "Someday"), 1, "not_started", 0, null);
        enrol(amara, database.course("C", "Later"), 1, "not_started", 0, "2026-12-24T10:00Z");
        enrol(amara, database.course("D", "Soon"), 1, "started", 0, "2026-11-24T10:00Z");

        MyCourses found = courses(amara);
        assertThat(found.courses())
                .extracting(MyCourse::title)
                .containsExactly("Soon", "Later", "Someday", "Fire safety 2026");
        assertThat(found.toDo()).isEqualTo(3);
        assertThat(found.overdue(Instant.parse("2026-12-01T00:00:00Z"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "owner", "admin", "customer_service", "author", "instructor"})
    @DisplayName("RL Nobody reads another's learning here, whatever their role")
    void nobody_reads_anothers(String role) {
        enrol(amara, fire, 1, "in_progress", 72, null);
        long other = role.equals("learner")
                ? database.learner("other@example.org", "Daria", "Kowalczyk")
                : database.teamMember("other@example.org", "Daria", "Kowalczyk", role);

        assertThat(learning.of(actor(other, Role.values())).block().courses()).isEmpty();
        assertThat(courses(amara).courses()).hasSize(1);
    }

    @Test
    @DisplayName("LS-07 A paused learner keeps the courses, and is told who paused and whom to ask")
    void paused() {
        enrol(amara, fire, 1, "in_progress", 72, null);
        assertThat(courses(amara).pause()).isNull();

        learners.pause(actor(ana, Role.OWNER), new PersonId(amara)).block();

        MyCourses found = courses(amara);
        assertThat(found.organisation()).isEqualTo("Northwind Training");
        assertThat(found.courses()).hasSize(1);
        assertThat(found.pause()).satisfies(pause -> {
            assertThat(pause.by()).isEqualTo("Ana Ruiz");
            assertThat(pause.at()).isNotNull();
        });

        learners.unpause(actor(ana, Role.OWNER), new PersonId(amara)).block();
        assertThat(courses(amara).pause()).isNull();
    }

    @Test
    @DisplayName("LS-07 Somebody who cannot open the courses any more is not named")
    void whoever_left_is_not_named() {
        learners.pause(actor(ana, Role.OWNER), new PersonId(amara)).block();
        database.run("DELETE FROM person_role WHERE person_id = ?", ana);

        assertThat(courses(amara).pause())
                .satisfies(pause -> assertThat(pause.by()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "disabled"})
    @DisplayName("LS-07 Who may not sign in reads nothing, in a tab that is still open either")
    void closed(String status) {
        enrol(amara, fire, 1, "in_progress", 72, null);
        database.run(
                "UPDATE person SET status = ?, status_before = CASE ? WHEN 'disabled' THEN 'active' END WHERE id = ?",
                status,
                status,
                amara);

        assertThat(learning.of(actor(amara)).blockOptional()).isEmpty();
    }

    private void enrol(long person, long course, int attempt, String completion, int progress, String due) {
        database.run("""
                INSERT INTO enrolment (person_id, course_id, attempt, completion, progress, due_at)
                VALUES (?, ?, ?, ?, ?, ?::timestamptz)""", person, course, attempt, completion, progress, due);
    }

    private MyCourses courses(long person) {
        return learning.of(actor(person)).block();
    }

    private static Actor actor(long person, Role... roles) {
        return new Actor(new PersonId(person), "Somebody", Set.of(roles), Locale.ENGLISH, ZoneOffset.UTC);
    }
}
