package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.course.CourseId;
import app.rollcall.enrolment.Enrolments;
import app.rollcall.enrolment.LearnerCourse;
import app.rollcall.enrolment.Requirement;
import app.rollcall.learner.Learners;
import app.rollcall.product.LearnerProduct;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Location;
import app.rollcall.security.OwnLocation;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.EnrollDialog;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.QueryParameters;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class RecordViewTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Learners learners;

    @Autowired
    private OwnLocation ownLocation;

    private Actor mira;
    private PersonId amara;
    private CourseId fire;

    @BeforeEach
    void aLearner() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        fire = new CourseId(database.course("FIRE-2026", "Fire safety"));
        database.course("GDPR-101", "Data protection");
        database.product("FIELD-KIT", "Field kit");
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-57, OM-58, LV-01 A record says who it is and what they have, and follows what somebody else does")
    void live() {
        open("");
        until(() -> assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Amara Okafor"));
        assertThat(text(card("courses"))).contains("0", "none completed");
        assertThat(text(LocatorJ._get(RecordHead.class))).contains("amara@example.org", "Active");

        enrolments
                .assign(mira, fire, List.of(amara), Requirement.REQUIRED, null)
                .block();
        until(() -> assertThat(text(card("courses"))).contains("1"));
        until(() -> assertThat(GridKt._size(courses())).isEqualTo(1));
        learners.pause(mira, amara).block();
        until(() -> assertThat(text(LocatorJ._get(RecordHead.class))).contains("Paused"));

        database.run("DELETE FROM person WHERE id = ?", amara.value());
        learners.pause(mira, amara).onErrorComplete().block();
        show("tab=history");
        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).contains("This learner does not exist"));
    }

    @Test
    @DisplayName("LS-09, EG-08, LV-01 Where a learner says they are stands on the record, from the moment they say so")
    void location() {
        open("");
        until(() -> assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Amara Okafor"));
        LocatorJ._assertNone(Span.class, spec -> spec.withId("record-location"));

        Actor herself = new Actor(amara, "Amara Okafor", Set.of(), Locale.ENGLISH, ZoneOffset.UTC);
        ownLocation.tell(herself, Location.of("Lyon")).block();
        until(() -> assertThat(text(LocatorJ._get(Span.class, spec -> spec.withId("record-location"))))
                .isEqualTo("Location:Lyon"));
        ownLocation.tell(herself, Location.of("Lyon")).block();
        assertThat(database.text("SELECT string_agg(verb, ',') FROM audit_entry"))
                .as("recorded only when it changes something")
                .isEqualTo("location_changed");
        ownLocation.tell(herself, Optional.empty()).block();
        until(() -> LocatorJ._assertNone(Span.class, spec -> spec.withId("record-location")));
    }

    @Test
    @DisplayName(
            "OM-60 Direct Enroll gives what is chosen; access is removed from its row, and one press takes that back")
    void enrollAndRemove() {
        open("");
        until(() -> LocatorJ._get(Button.class, spec -> spec.withId("direct-enroll")));
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("direct-enroll")));
        Grid<Object> list = LocatorJ._get(Grid.class, spec -> spec.withId("enrollable"));
        assertThat(GridKt._size(list)).isEqualTo(2);
        list.asMultiSelect().select(GridKt._get(list, 1));
        Button give = LocatorJ._get(Button.class, spec -> spec.withId("enroll"));
        assertThat(give.getText()).isEqualTo("Enroll in 1");
        LocatorJ._click(give);
        until(() -> LocatorJ._assertNone(EnrollDialog.class));
        until(() -> assertThat(GridKt._size(courses())).isEqualTo(1));
        assertThat(GridKt._get(courses(), 0).title()).isEqualTo("Fire safety");

        LocatorJ._click((Button) GridKt._getCellComponent(courses(), 0, "remove"));
        until(() -> assertThat(GridKt._size(courses())).isZero());
        Notification notice = LocatorJ._find(Notification.class).getLast();
        LocatorJ._click(LocatorJ._get(notice, Button.class, spec -> spec.withText("Undo")));
        until(() -> assertThat(GridKt._size(courses())).isEqualTo(1));
    }

    @Test
    @DisplayName("OM-20 The tabs and what is searched for in them are in the URL; products are given and removed alike")
    void products() {
        open("tab=products");
        until(() -> LocatorJ._get(Button.class, spec -> spec.withId("direct-enroll")));
        assertThat(LocatorJ._get(Tabs.class).getSelectedIndex()).isEqualTo(1);
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("direct-enroll")));
        Grid<Object> list = LocatorJ._get(Grid.class, spec -> spec.withId("enrollable"));
        list.asMultiSelect().select(GridKt._get(list, 0));
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("enroll")));
        until(() -> assertThat(GridKt._size(productGrid())).isEqualTo(1));
        until(() -> assertThat(text(card("products"))).contains("1"));
        LocatorJ._click((Button) GridKt._getCellComponent(productGrid(), 0, "remove"));
        until(() -> assertThat(GridKt._size(productGrid())).isZero());
    }

    @Test
    @DisplayName("The history says what happened, when and by whom, whether it was done to one or to many")
    void history() {
        learners.pause(mira, amara).block();
        enrolments
                .assign(
                        mira,
                        fire,
                        List.of(amara, new PersonId(database.learner("bram@example.org", "Bram", "de Vries"))),
                        Requirement.OPTIONAL,
                        null)
                .block();
        open("tab=history");
        until(() -> assertThat(text(LocatorJ._get(HistoryPanel.class)))
                .contains("Enrolled in Fire safety", "Paused", "Mira Solberg", "Added"));
    }

    @Test
    @DisplayName("OM-60 The disabled are given nothing: Direct Enroll is not offered, and comes back with them")
    void disabled() {
        database.run("UPDATE person SET status = 'disabled', status_before = 'active' WHERE id = ?", amara.value());
        open("");
        until(() -> assertThat(text(LocatorJ._get(RecordHead.class))).contains("Disabled"));
        until(() -> LocatorJ._get(Grid.class, spec -> spec.withId("learner-courses")));
        LocatorJ._assertNone(Button.class, spec -> spec.withId("direct-enroll"));

        database.run("UPDATE person SET status = 'active', status_before = NULL WHERE id = ?", amara.value());
        show("");
        until(() -> LocatorJ._get(Button.class, spec -> spec.withId("direct-enroll")));
    }

    @Test
    @DisplayName("OM-19 Somebody who has not joined yet has no record, and the page says so")
    void pending() {
        amara = new PersonId(database.person("new@example.org", "", "", "pending", true));
        open("");
        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).contains("new@example.org has not joined yet"));
    }

    @SuppressWarnings("unchecked")
    private static Grid<LearnerCourse> courses() {
        return LocatorJ._get(Grid.class, spec -> spec.withId("learner-courses"));
    }

    @SuppressWarnings("unchecked")
    private static Grid<LearnerProduct> productGrid() {
        return LocatorJ._get(Grid.class, spec -> spec.withId("learner-products"));
    }

    private static Div card(String what) {
        return LocatorJ._get(Div.class, spec -> spec.withId("card-" + what));
    }

    private void open(String query) {
        TestScreen.open(application, mira, RecordView.class);
        show(query);
    }

    private void show(String query) {
        UI.getCurrent().navigate(RecordUrl.path(amara), QueryParameters.fromString(query));
    }
}
