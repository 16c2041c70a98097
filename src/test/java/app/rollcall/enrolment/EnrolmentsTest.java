package app.rollcall.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.course.CannotLimit;
import app.rollcall.course.Course;
import app.rollcall.course.CourseId;
import app.rollcall.course.Courses;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RollcallTest
class EnrolmentsTest {

    private static final LocalDate SOME_DAY = LocalDate.of(2099, 12, 18);

    @Autowired
    private TestDatabase database;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Courses courses;

    private Actor mira;
    private CourseId fire;
    private PersonId amara;
    private PersonId bram;

    @BeforeEach
    void aCourse() {
        database.reset();
        database.run("INSERT INTO organisation (name, time_zone) VALUES ('Northwind', 'Europe/Paris')");
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        fire = new CourseId(database.course("FIRE-2026", "Fire safety"));
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        bram = new PersonId(database.learner("bram@example.org", "Bram", "de Vries"));
    }

    @Test
    @DisplayName(
            "MA-02, MA-03, MA-04 A course is given to people as Required, until the end of a day of the organisation's")
    void assigned() {
        assertThat(enrolments
                        .assign(mira, fire, List.of(amara, bram), Requirement.REQUIRED, SOME_DAY)
                        .block())
                .isEqualTo(2);

        assertThat(database.text("""
                        SELECT string_agg(concat_ws('|', e.attempt, e.requirement, e.due_at AT TIME ZONE 'Europe/Paris', b.first_name), ' ')
                        FROM enrolment e JOIN person b ON b.id = e.assigned_by"""))
                .isEqualTo("1|required|2099-12-18 23:59:59|Mira 1|required|2099-12-18 23:59:59|Mira");
        assertThat(database.text("SELECT verb || subject_count || (details ->> 'course') FROM audit_entry"))
                .isEqualTo("enrolled2" + fire.value());
    }

    @Test
    @DisplayName("MA-02 Who has the course keeps it as it is; who had it before gets a new attempt")
    void again() {
        enrolments
                .assign(mira, fire, List.of(amara), Requirement.OPTIONAL, null)
                .block();
        database.run("UPDATE enrolment SET completion = 'in_progress', progress = 40");
        database.run(
                "INSERT INTO enrolment (person_id, course_id, attempt, archived_at) VALUES (?, ?, 3, now())",
                bram.value(),
                fire.value());

        assertThat(enrolments
                        .assign(mira, fire, List.of(amara, bram), Requirement.REQUIRED, null)
                        .block())
                .isEqualTo(1);
        assertThat(database.text("SELECT requirement || progress FROM enrolment WHERE person_id = ?", amara.value()))
                .isEqualTo("optional40");
        assertThat(database.number("SELECT max(attempt) FROM enrolment WHERE person_id = ?", bram.value()))
                .isEqualTo(4);
    }

    @Test
    @DisplayName(
            "A course that is no draft and not gone, and a day that is not over: else nobody gets it, and the reason is said")
    void refused() {
        assertThatThrownBy(() -> enrolments
                        .assign(mira, fire, List.of(amara), Requirement.OPTIONAL, LocalDate.of(2020, 1, 1))
                        .block())
                .isInstanceOfSatisfying(
                        CannotAssign.class, e -> assertThat(e.reason()).isEqualTo(CannotAssign.Reason.DUE_IN_THE_PAST));
        database.run("UPDATE course SET status = 'archived'");
        assertThatThrownBy(() -> enrolments
                        .assign(mira, fire, List.of(amara), Requirement.OPTIONAL, null)
                        .block())
                .isInstanceOfSatisfying(
                        CannotAssign.class, e -> assertThat(e.reason()).isEqualTo(CannotAssign.Reason.NOT_PUBLISHED));
        assertThatThrownBy(() -> enrolments
                        .assign(mira, new CourseId(99), List.of(amara), Requirement.OPTIONAL, null)
                        .block())
                .isInstanceOfSatisfying(
                        CannotAssign.class, e -> assertThat(e.reason()).isEqualTo(CannotAssign.Reason.COURSE_GONE));
        assertThat(database.number("SELECT count(*) FROM enrolment")).isZero();
    }

    @Test
    @DisplayName(
            "MA-01 A course's learners are found by name or email; the disabled and those it was taken from are not among them")
    void learners() {
        PersonId dan = new PersonId(database.person("dan@example.org", "Dan", "Aja", "disabled", true));
        database.run(
                "INSERT INTO enrolment (person_id, course_id) SELECT id, ? FROM person WHERE learner", fire.value());
        database.run("UPDATE enrolment SET archived_at = now() WHERE person_id = ?", bram.value());

        assertThat(enrolments.page(mira, fire, "", 0, 50).block())
                .extracting(CourseLearner::id)
                .containsExactly(amara)
                .doesNotContain(dan);
        assertThat(enrolments.count(mira, fire, "OKAF").block()).isEqualTo(1);
        assertThat(enrolments.count(mira, fire, "a%a").block()).isZero();
        assertThat(enrolments.assignable(mira, fire, "vries", 0, 50).block())
                .extracting(Assignable::id)
                .containsExactly(bram);
        assertThat(courses.find(mira, fire).block().learners()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL Who does not manage users neither sees who has a course nor gives it to anybody")
    void notTheirs(Role role) {
        Actor other = Actors.withRole(database, role, "Ole", "Berg");
        assertThatThrownBy(() -> enrolments
                        .assign(other, fire, List.of(amara), Requirement.OPTIONAL, null)
                        .block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> courses.limit(other, fire, null, 5).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> enrolments.page(other, fire, "", 0, 50).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> enrolments.assignable(other, fire, "", 0, 50).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> courses.page(other, "", 0, 50).block()).isInstanceOf(Refused.class);
        assertThat(database.number("SELECT count(*) FROM enrolment")).isZero();
    }

    @Test
    @DisplayName("C11 The last seat, asked for by twenty at once, is given once; the others are told that none is free")
    void lastSeat() {
        courses.limit(mira, fire, null, 1).block();
        List<PersonId> twenty = IntStream.range(0, 20)
                .mapToObj(n -> new PersonId(database.learner("p" + n + "@example.org", "P", "" + n)))
                .toList();

        List<Object> answers = Flux.fromIterable(twenty)
                .flatMap(
                        one -> enrolments
                                .assign(mira, fire, List.of(one), Requirement.OPTIONAL, null)
                                .cast(Object.class)
                                .onErrorResume(CannotAssign.class, e -> Mono.just(e.reason() + " " + e.free())),
                        20)
                .collectList()
                .block();

        assertThat(answers).filteredOn(answer -> answer.equals(1)).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.equals("NO_SEATS 0")).hasSize(19);
        assertThat(database.number("SELECT count(*) FROM enrolment")).isEqualTo(1);
        assertThat(courses.find(mira, fire).block().full()).isTrue();
    }

    @Test
    @DisplayName("C11 With fewer seats than people chosen nobody gets one, and it is said how many are free")
    void tooFewSeats() {
        database.run(
                "INSERT INTO enrolment (person_id, course_id) VALUES (?, ?)",
                database.person("dan@example.org", "Dan", "Aja", "disabled", true),
                fire.value());
        courses.limit(mira, fire, null, 2).block();
        assertThatThrownBy(() -> enrolments
                        .assign(mira, fire, List.of(amara, bram), Requirement.OPTIONAL, null)
                        .block())
                .isInstanceOfSatisfying(
                        CannotAssign.class,
                        e -> assertThat(e.reason() + " " + e.free()).isEqualTo("NO_SEATS 1"));
        assertThat(database.number("SELECT count(*) FROM enrolment")).isEqualTo(1);

        courses.limit(mira, fire, 2, 3).block();
        assertThat(enrolments
                        .assign(mira, fire, List.of(amara, bram), Requirement.OPTIONAL, null)
                        .block())
                .isEqualTo(2);
        assertThat(
                        database.text(
                                "SELECT details ->> 'seats' FROM audit_entry WHERE verb = 'seats_changed' ORDER BY id DESC LIMIT 1"))
                .isEqualTo("3");
    }

    @Test
    @DisplayName("Seats are changed from what was seen, within what a course can have; who is in stays in")
    void seatsChanged() {
        enrolments
                .assign(mira, fire, List.of(amara, bram), Requirement.OPTIONAL, null)
                .block();
        courses.limit(mira, fire, null, 1).block();
        assertThat(courses.find(mira, fire).block())
                .extracting(Course::seats, Course::taken, Course::learners)
                .containsExactly(1, 2L, 2L);
        assertThatThrownBy(() -> courses.limit(mira, fire, null, 50).block())
                .isInstanceOfSatisfying(
                        CannotLimit.class, e -> assertThat(e.reason()).isEqualTo(CannotLimit.Reason.OVERTAKEN));
        assertThatThrownBy(() -> courses.limit(mira, fire, 1, -1).block())
                .isInstanceOfSatisfying(
                        CannotLimit.class, e -> assertThat(e.reason()).isEqualTo(CannotLimit.Reason.OUT_OF_RANGE));
    }
}
