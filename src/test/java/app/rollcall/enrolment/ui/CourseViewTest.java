package app.rollcall.enrolment.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.course.CourseId;
import app.rollcall.enrolment.Assignable;
import app.rollcall.enrolment.CourseLearner;
import app.rollcall.enrolment.Enrolments;
import app.rollcall.enrolment.Requirement;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class CourseViewTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Enrolments enrolments;

    private Actor mira;
    private CourseId fire;
    private PersonId amara;

    @BeforeEach
    void aCourse() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        fire = new CourseId(database.course("FIRE-2026", "Fire safety"));
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        database.learner("bram@example.org", "Bram", "de Vries");
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("MA-01, LV-01 A course says what it is and who learns it, and follows as somebody else assigns it")
    void live() {
        open();
        until(() -> assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Fire safety"));
        assertThat(text(LocatorJ._get(Span.class, spec -> spec.withId("course-caption"))))
                .isEqualTo("FIRE-2026 · Self-paced");
        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).contains("Nobody has this course yet"));

        enrolments
                .assign(mira, fire, List.of(amara), Requirement.REQUIRED, null)
                .block();
        until(() -> assertThat(GridKt._size(learners())).isEqualTo(1));
        assertThat(GridKt._get(learners(), 0).name()).isEqualTo("Amara Okafor");
    }

    @Test
    @DisplayName(
            "MA-02, MA-10 Assign Course opens Add Users, which chooses people and how it binds, with an Import link at its bottom")
    void addUsers() {
        open();
        until(() -> assertThat(assign().isEnabled()).isTrue());
        LocatorJ._click(assign());
        AddUsersDialog dialog = LocatorJ._get(AddUsersDialog.class);
        assertThat(dialog.getHeaderTitle()).isEqualTo("Add Users");
        Anchor file = LocatorJ._get(Anchor.class, spec -> spec.withId("import-file"));
        assertThat(file.getText()).isEqualTo("Import");
        assertThat(file.getHref()).isEqualTo("management/members/learners/imports/new?course=FIRE-2026");

        Button give = LocatorJ._get(Button.class, spec -> spec.withId("assign"));
        assertThat(give.isEnabled()).isFalse();
        assertThat(GridKt._size(people())).isEqualTo(2);
        people().asMultiSelect().select(GridKt._get(people(), 0));
        assertThat(give.getText()).isEqualTo("Assign 1 learner");
        LocatorJ._click(give);

        until(() -> LocatorJ._assertNone(AddUsersDialog.class));
        until(() -> assertThat(GridKt._size(learners())).isEqualTo(1));
        assertThat(GridKt._get(learners(), 0).requirement()).isEqualTo(Requirement.OPTIONAL);
    }

    @Test
    @DisplayName("A draft cannot be assigned, and says why; a course that is gone says so")
    void closed() {
        database.run("UPDATE course SET status = 'draft'");
        open();
        until(() -> assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Fire safety"));
        assertThat(assign().isEnabled()).isFalse();
        assertThat(assign().getTooltip().getText()).contains("draft or archived");

        UI.getCurrent().navigate("learning/courses/4711");
        until(() -> assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("This course does not exist"));
    }

    @Test
    @DisplayName(
            "C11, LV-01 A course says how many of its seats are taken, follows as they change, and is closed when full")
    void seats() {
        open();
        until(() -> assertThat(seatsButton().getText()).isEqualTo("Limit seats"));
        LocatorJ._click(seatsButton());
        LocatorJ._setValue(LocatorJ._get(IntegerField.class, spec -> spec.withId("seats")), 1);
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("seats-save")));
        until(() -> LocatorJ._assertNone(SeatsDialog.class));
        until(() -> assertThat(seatsButton().getText()).isEqualTo("0 of 1 seats taken"));
        assertThat(assign().isEnabled()).isTrue();

        enrolments
                .assign(mira, fire, List.of(amara), Requirement.REQUIRED, null)
                .block();
        until(() -> assertThat(seatsButton().getText()).isEqualTo("1 of 1 seats taken"));
        assertThat(assign().isEnabled()).isFalse();
        assertThat(assign().getTooltip().getText()).contains("All 1 seats are taken");
    }

    private Button seatsButton() {
        return LocatorJ._get(Button.class, spec -> spec.withId("course-seats"));
    }

    private void open() {
        TestScreen.open(application, mira, CourseView.class);
        UI.getCurrent().navigate("learning/courses/" + fire.value());
    }

    private static Button assign() {
        return LocatorJ._get(Button.class, spec -> spec.withId("assign-course"));
    }

    @SuppressWarnings("unchecked")
    private static Grid<CourseLearner> learners() {
        return (Grid<CourseLearner>) LocatorJ._get(Grid.class, spec -> spec.withId("course-learners"));
    }

    @SuppressWarnings("unchecked")
    private static Grid<Assignable> people() {
        return (Grid<Assignable>) LocatorJ._get(Grid.class, spec -> spec.withId("assignable"));
    }
}
