package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.Learners;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.LiveFoot;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.Segments;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.provider.DataChangeEvent;
import com.vaadin.flow.data.provider.DataChangeEvent.DataRefreshEvent;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class LearnersViewTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Learners learners;

    private Actor mira;
    private Actor tom;
    private PersonId amara;

    @BeforeEach
    void aDirectory() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        database.person("bram@example.org", "Bram", "de Vries", "paused", true);
        long invited = database.person("chiara@example.org", "Chiara", "Russo", "pending", true);
        database.run(
                "INSERT INTO invitation (person_id, invited_by) VALUES (?, ?)",
                invited,
                mira.id().value());
        database.person("dan@example.org", "Dan", "Aja", "disabled", true);
        long category = database.id("INSERT INTO category (name) VALUES ('Warehouse') RETURNING id");
        database.run("INSERT INTO person_category VALUES (?, ?)", amara.value(), category);
        database.run(
                "INSERT INTO enrolment (person_id, course_id) VALUES (?, ?)",
                amara.value(),
                database.course("FIRE-2026", "Fire safety"));
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-01, OM-02, OM-03, TI-02 The directory says where it is, what it is and how many match")
    void head() {
        show("");

        assertThat(LocatorJ._get(LearnersView.class).crumbs()).containsExactly("Management", "Members", "Learners");
        assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Learners");
        assertThat(count()).isEqualTo("3");
    }

    @Test
    @DisplayName(
            "OM-05, C17 The type filter offers All Learners, Active and Paused, and beside them Pending, each with its count")
    void typeFilter() {
        show("");

        assertThat(tabs().getChildren()
                        .map(tab -> text(((Tab) tab).getChildren().findFirst().orElseThrow())))
                .containsExactly("All Learners", "Active", "Paused", "Pending");
        assertThat(tabs().getChildren().map(TestScreen::text))
                .containsExactly("All Learners3", "Active1", "Paused1", "Pending1");
        TestScreen.fromBrowser(tabs(), "selected", 2);
        assertThat(address()).isEqualTo("management/members/learners?status=paused");
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(names()).containsExactly("Bram de Vries");
    }

    @Test
    @DisplayName("The directory speaks German to who has chosen it")
    void german() {
        database.run("UPDATE person SET locale = 'de' WHERE id = ?", mira.id().value());
        show("");

        assertThat(LocatorJ._get(LearnersView.class).crumbs()).containsExactly("Verwaltung", "Mitglieder", "Lernende");
        assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Lernende");
        assertThat(tabs().getChildren().map(TestScreen::text))
                .containsExactly("Alle Lernenden3", "Aktiv1", "Pausiert1", "Ausstehend1");
        assertThat(LocatorJ._get(Button.class, spec -> spec.withId("view-disabled"))
                        .getText())
                .isEqualTo("Deaktivierte anzeigen (1)");
    }

    @Test
    @DisplayName("C2, TI-04 The disabled are behind a button of their own, which leads back")
    void disabled() {
        show("");
        Button button = LocatorJ._get(Button.class, spec -> spec.withId("view-disabled"));
        assertThat(button.getText()).isEqualTo("View Disabled (1)");

        LocatorJ._click(button);
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(names()).containsExactly("Dan Aja");
        LocatorJ._click(button);
        until(() -> assertThat(count()).isEqualTo("3"));
    }

    @Test
    @DisplayName("OM-06 The search goes off a quarter of a second after the last key, and stands in the URL")
    void search() {
        show("");
        SearchField search = LocatorJ._get(SearchField.class);
        assertThat(search.getValueChangeMode()).isEqualTo(ValueChangeMode.LAZY);
        assertThat(search.getValueChangeTimeout()).isEqualTo(250);

        LocatorJ._setValue(search, "BRAM vries", true);
        assertThat(address()).isEqualTo("management/members/learners?search=BRAM%20vries");
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(names()).containsExactly("Bram de Vries");
    }

    @Test
    @DisplayName("OM-06 A filter from the URL is what the screen opens with")
    void filterFromTheUrl() {
        open(mira, "search=amara&status=active");
        until(() -> assertThat(count()).isEqualTo("1"));

        assertThat(names()).containsExactly("Amara Okafor");
        assertThat(LocatorJ._get(SearchField.class).getValue()).isEqualTo("amara");
        assertThat(tabs().getSelectedIndex()).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-09, OM-10, OM-11, OM-12, OM-13 A row has name, email, categories, courses, products")
    void cells() {
        show("");

        assertThat(cell(0, "name")).endsWith("Amara Okafor");
        assertThat(cell(0, "email")).isEqualTo("amara@example.org");
        assertThat(cell(0, "categories")).isEqualTo("Warehouse");
        assertThat(cell(0, "courses")).isEqualTo("1");
        assertThat(cell(0, "products")).isEqualTo("0");
        assertThat(cell(0, "login")).isEqualTo("Never");
        assertThat(cell(0, "status")).startsWith("Active");
    }

    @Test
    @DisplayName("OM-16, OM-17 A pending row shows the invited address for a name, and neither courses nor products")
    void pendingRow() {
        show("");

        assertThat(cell(2, "name")).endsWith("chiara@example.org").doesNotContain("Chiara");
        assertThat(cell(2, "email")).startsWith("Invited by Mira Solberg");
        assertThat(cell(2, "courses")).isEqualTo("–");
        assertThat(cell(2, "products")).isEqualTo("–");
        assertThat(cell(2, "status")).startsWith("Invitation ");
    }

    @Test
    @DisplayName("OM-15 Paused rows carry the part that mutes them, others do not")
    void muted() {
        show("");

        assertThat(parts(0)).isNotEqualTo("muted");
        assertThat(parts(1)).isEqualTo("muted");
        assertThat(parts(2)).as("may glow: its invitation leaves").isNotEqualTo("muted");
    }

    @Test
    @DisplayName("OM-14, OM-24, OM-26 The menu offers Pause to the active and Unpause to the paused")
    void menus() {
        show("");

        assertThat(item(0).getId()).hasValue("pause");
        assertThat(text(item(0))).isEqualTo("Pause Learner");
        assertThat(item(1).getId()).hasValue("unpause");
    }

    @Test
    @DisplayName("OM-14 Who may not manage users has no menu")
    void noMenuWithoutTheRight() {
        show("");

        for (LearnerRow row : GridKt._findAll(grid())) {
            assertThat(RowItems.offered(row, true)).as("%s", row).isTrue();
            assertThat(RowItems.offered(row, false)).as("%s", row).isFalse();
        }
    }

    @Test
    @DisplayName("OM-24 Pausing asks first; Cancel does nothing, yes pauses")
    void pause() {
        show("");
        choose(0);
        assertThat(ConfirmDialogKt.getHeader(LocatorJ._get(ConfirmDialog.class)))
                .isEqualTo("Pause Amara Okafor?");
        ConfirmDialogKt._fireCancel(LocatorJ._get(ConfirmDialog.class));
        assertThat(status()).isEqualTo("active");
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();

        choose(0);
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));
        until(() -> assertThat(row(0).status().code()).isEqualTo("paused"));
        assertThat(status()).isEqualTo("paused");
    }

    @Test
    @DisplayName("OM-26 Unpausing does not ask")
    void unpause() {
        show("");
        choose(1);

        LocatorJ._assertNone(ConfirmDialog.class);
        until(() -> assertThat(row(1).status().code()).isEqualTo("active"));
    }

    @Test
    @DisplayName("OM-24 Who comes second is told who was first")
    void overtaken() {
        show("");
        choose(0);
        database.run("UPDATE person SET status = 'paused' WHERE id = ?", amara.value());
        database.run(
                "INSERT INTO audit_entry (actor_id, verb, subject_kind, subject_id) VALUES (?, 'paused', 'learner', ?)",
                tom.id().value(),
                amara.value());
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));

        until(() -> assertThat(NotificationsKt.getNotifications())
                .singleElement()
                .satisfies(notice -> assertThat(text(notice))
                        .startsWith("Amara Okafor was changed by Tom Becker")
                        .contains("is now paused")));
    }

    @Test
    @DisplayName("RL Whose role was taken away is told so instead of pausing")
    void refused() {
        show("");
        choose(0);
        database.run("DELETE FROM person_role WHERE person_id = ?", mira.id().value());
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));

        until(() -> assertThat(NotificationsKt.getNotifications())
                .singleElement()
                .satisfies(notice -> assertThat(text(notice)).startsWith("You may not do this any more")));
        assertThat(status()).isEqualTo("active");
    }

    @Test
    @DisplayName("OM-21 Nothing to list: no learners yet")
    void emptyDirectory() {
        database.run("DELETE FROM person WHERE learner");
        open(mira, "");

        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).startsWith("No learners yet"));
    }

    @Test
    @DisplayName("OM-21 Nothing to list: the search matches nobody; one press clears it")
    void emptySearch() {
        open(mira, "search=nobody&status=active");
        until(() ->
                assertThat(text(LocatorJ._get(EmptyState.class))).startsWith("No learner matches “nobody”In Active."));

        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("clear_search")));
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(LocatorJ._get(SearchField.class).getValue()).isEmpty();
        assertThat(LocatorJ._find(EmptyState.class)).isEmpty();
    }

    @Test
    @DisplayName("OM-21 Nothing to list: the filter is too narrow; one press clears it")
    void emptyFilter() {
        database.run("UPDATE person SET status = 'active' WHERE status = 'paused'");
        open(mira, "status=paused");
        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).startsWith("Nobody is in Paused"));

        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("clear_filter")));
        until(() -> assertThat(count()).isEqualTo("3"));
    }

    @Test
    @DisplayName(
            "LV-01, LV-05 What another admin does redraws that row in place, with a glow, who did it, and the counts")
    void changesByOthers() {
        show("");
        List<DataChangeEvent<LearnerRow>> redrawn = redrawn();
        learners.pause(tom, amara).block();

        until(() -> assertThat(parts(0)).isEqualTo("glow then-muted"));
        assertThat(redrawn)
                .singleElement()
                .isInstanceOfSatisfying(
                        DataRefreshEvent.class,
                        refreshed -> assertThat(((LearnerRow) refreshed.getItem()).id())
                                .isEqualTo(amara));
        assertThat(cell(0, "status")).startsWith("Paused");
        assertThat(tabs().getChildren().map(TestScreen::text))
                .containsExactly("All Learners3", "Active0", "Paused2", "Pending1");
        assertThat(text(LocatorJ._get(LiveFoot.class))).startsWith("Tom Becker paused Amara Okafor");
        until(() -> assertThat(parts(0)).as("as it is sent from then on").isEqualTo("muted"));
        assertThat(redrawn)
                .as("the browser ends the glow by itself: one change, one update")
                .hasSize(1);
    }

    @Test
    @DisplayName("LV-05 A learner whom another admin moves out of the filter leaves the list and the count")
    void leavesTheFilter() {
        open(mira, "status=active");
        until(() -> assertThat(count()).isEqualTo("1"));
        learners.pause(tom, amara).block();

        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).startsWith("Nobody is in Active"));
        assertThat(count()).isEqualTo("0");
    }

    @Test
    @DisplayName("LV-05 Rows that come or go wait, counted, while somebody is at the list, and come when they go on")
    void nothingMovesUnderThePointer() {
        open(mira, "status=paused");
        until(() -> assertThat(count()).isEqualTo("1"));
        List<DataChangeEvent<LearnerRow>> redrawn = redrawn();
        BasicUtilsKt._fireDomEvent(grid(), "mouseenter");
        learners.pause(tom, amara).block();

        until(() -> assertThat(count()).isEqualTo("2"));
        assertThat(text(LocatorJ._get(Span.class, spec -> spec.withId("moved"))))
                .isEqualTo("1 new learner");
        assertThat(redrawn).allSatisfy(event -> assertThat(event).isInstanceOf(DataRefreshEvent.class));

        BasicUtilsKt._fireDomEvent(grid(), "mouseleave");
        assertThat(redrawn.getLast()).isNotInstanceOf(DataRefreshEvent.class);
        LocatorJ._assertNone(Span.class, spec -> spec.withId("moved"));
    }

    @Test
    @DisplayName("LV-05 What has left the filter stays under the pointer, muted, until it is asked to go")
    void leavesWhenAsked() {
        open(mira, "status=active");
        until(() -> assertThat(count()).isEqualTo("1"));
        List<DataChangeEvent<LearnerRow>> redrawn = redrawn();
        BasicUtilsKt._fireDomEvent(grid(), "mouseenter");
        learners.pause(tom, amara).block();

        until(() -> assertThat(text(LocatorJ._get(Span.class, spec -> spec.withId("moved"))))
                .isEqualTo("1 learner is no longer in this list."));
        assertThat(redrawn).allSatisfy(event -> assertThat(event).isInstanceOf(DataRefreshEvent.class));
        LearnerRow left = ((DataRefreshEvent<LearnerRow>) redrawn.getLast()).getItem();
        until(() -> assertThat(grid().getPartNameGenerator().apply(left)).isEqualTo("muted"));

        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("show-moved")));
        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).startsWith("Nobody is in Active"));
    }

    @Test
    @DisplayName("LV-05 A row's menu that is open stays when the learner changes, and offers what is right from now on")
    void menuFollows() {
        show("");
        MenuItem open = item(0);
        assertThat(open.getId()).hasValue("pause");
        learners.pause(tom, amara).block();

        until(() -> assertThat(DrawnRows.openMenu().getFirst().getId()).hasValue("unpause"));
        assertThat(grid().controls().menu().getItems()).contains(open);
    }

    private static List<DataChangeEvent<LearnerRow>> redrawn() {
        List<DataChangeEvent<LearnerRow>> redrawn = new ArrayList<>();
        grid().getDataProvider().addDataProviderListener(redrawn::add);
        return redrawn;
    }

    private void show(String query) {
        open(mira, query);
        until(() -> assertThat(count()).isEqualTo("3"));
    }

    private void open(Actor actor, String query) {
        TestScreen.open(application, actor, LearnersView.class);
        UI.getCurrent().navigate("management/members/learners", QueryParameters.fromString(query));
    }

    private static LearnerGrid grid() {
        return LocatorJ._get(LearnerGrid.class);
    }

    private static Tabs tabs() {
        return LocatorJ._get(LocatorJ._get(Segments.class, spec -> spec.withId("status-filter")), Tabs.class);
    }

    private static String count() {
        return LocatorJ._get(Span.class, spec -> spec.withClasses("count")).getText();
    }

    private static LearnerRow row(int index) {
        return GridKt._get(grid(), index);
    }

    private static List<String> names() {
        return GridKt._findAll(grid()).stream().map(LearnerRow::name).toList();
    }

    private static String cell(int index, String column) {
        return DrawnRows.cell(index, column);
    }

    private static String parts(int index) {
        return grid().getPartNameGenerator().apply(row(index));
    }

    private static MenuItem item(int index) {
        return DrawnRows.menu(index).getFirst();
    }

    private static void choose(int index) {
        MenuItem item = item(index);
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private String status() {
        return database.text("SELECT status FROM person WHERE id = ?", amara.value());
    }

    /** Where the screen last sent the browser's address, without loading anything. */
    private static String address() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .flatMap(pending -> pending.getInvocation().getParameters().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(parameter -> parameter.startsWith("management/"))
                .reduce((first, last) -> last)
                .orElse("");
    }
}
