package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.SavedView;
import app.rollcall.learner.SavedViews;
import app.rollcall.learner.ViewName;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class DirectoryToolsTest {

    private static final String USUAL = "Name, Email, Categories, Courses, Products, Last login, Status, Actions";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private SavedViews views;

    private Actor mira;
    private Actor ana;
    private Actor tomas;

    @BeforeEach
    void aDirectory() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        ana = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        tomas = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Tomás", "Keller");
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        database.person("bram@example.org", "Bram", "de Vries", "paused", true);
        database.person("chiara@example.org", "", "", "pending", true);
        database.run("UPDATE person SET location = 'Lyon' WHERE id = ?", amara);
        database.run(
                "INSERT INTO enrolment (person_id, course_id, completion) VALUES (?, ?, 'completed')",
                amara,
                database.course("FIRE-2026", "Fire safety"));
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("EG-08, EG-21 Completed courses, location and date added can be shown; what is chosen is in the URL")
    void choose() {
        show(mira, "");
        assertThat(columns()).isEqualTo(USUAL);

        tick(DirectoryColumn.EMAIL, DirectoryColumn.COMPLETED, DirectoryColumn.LOCATION, DirectoryColumn.ADDED);
        assertThat(asked()).isEqualTo("columns=name,email,completed,location,added");
        assertThat(columns()).isEqualTo("Name, Email, Completed, Location, Date added, Actions");
        assertThat(cell(0, "completed")).isEqualTo("1");
        assertThat(cell(0, "location")).isEqualTo("Lyon");
        assertThat(cell(0, "added")).isEqualTo("just now");
        assertThat(cell(1, "location")).isEqualTo("–");
        assertThat(cell(2, "completed")).isEqualTo("–");
    }

    @Test
    @DisplayName("EG-08 The columns in a URL are what the screen opens with, and are not kept for later")
    void fromTheUrl() {
        show(mira, "columns=location,shoe_size,status");
        assertThat(columns()).isEqualTo("Name, Location, Status, Actions");
        TestScreen.close();

        show(mira, "");
        assertThat(columns()).isEqualTo(USUAL);
    }

    @Test
    @DisplayName(
            "EG-08 Columns chosen by hand are there again the next time, for this person alone, until the usual are back")
    void remembered() {
        show(mira, "");
        tick(DirectoryColumn.EMAIL);
        until(() -> assertThat(database.number("SELECT count(*) FROM directory_columns"))
                .isEqualTo(1));
        TestScreen.close();
        show(ana, "");
        assertThat(columns()).isEqualTo(USUAL);
        TestScreen.close();

        show(mira, "");
        assertThat(columns()).isEqualTo("Name, Email, Actions");
        LocatorJ._click(button("columns"));
        button("columns-usual").click();
        assertThat(asked()).isEmpty();
        assertThat(columns()).isEqualTo(USUAL);
        until(() -> assertThat(database.number("SELECT count(*) FROM directory_columns"))
                .isZero());
    }

    @Test
    @DisplayName("EG-06 The pending have columns of their own, chosen apart from the others")
    void pending() {
        show(mira, "");
        tick(DirectoryColumn.EMAIL);
        UI.getCurrent().navigate("management/members/learners", QueryParameters.of("status", "pending"));
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(columns()).isEqualTo("Email, Invited, Status, Date added, Reminder, Actions");
        assertThat(choice().getListDataView().getItems())
                .containsExactly(
                        DirectoryColumn.INVITED, DirectoryColumn.STATUS, DirectoryColumn.ADDED, DirectoryColumn.REMIND);
        tick(DirectoryColumn.ADDED);
        assertThat(asked()).isEqualTo("columns=name,added&status=pending");
        assertThat(columns()).isEqualTo("Email, Date added, Actions");
    }

    @Test
    @DisplayName(
            "EG-08 In a narrow window the usual columns leave in turn, what was chosen besides stays, and the list says so")
    void narrow() {
        show(mira, "columns=email,categories,courses,completed,products,location,login,status");
        grid().fit(1100);
        assertThat(columns()).isEqualTo("Name, Email, Categories, Completed, Location, Last login, Status, Actions");
        grid().fit(900);
        assertThat(columns()).isEqualTo("Name, Email, Completed, Location, Last login, Status, Actions");
        LocatorJ._click(button("columns"));
        assertThat(LocatorJ._get(Span.class, spec -> spec.withId("columns-narrow"))
                        .getText())
                .isEqualTo("The window is too narrow for: Categories, Courses, Products");
        grid().fit(390);
        assertThat(columns()).isEqualTo("Name, Actions");
    }

    @Test
    @DisplayName("OM-08 A saved view keeps search, status, order and columns, and opens with all of them in the URL")
    void saveAndOpen() {
        show(mira, "status=paused&search=bram&sort=login_descending&columns=status");
        press("save-view");
        LocatorJ._setValue(name(), "Late ones");
        LocatorJ._setValue(LocatorJ._get(Checkbox.class, spec -> spec.withId("view-shared")), true);
        LocatorJ._click(button("view-save"));
        until(() -> assertThat(label()).isEqualTo("Late ones"));
        tick();
        assertThat(asked()).isEqualTo("columns=name&search=bram&sort=login_descending&status=paused&view=1");
        TestScreen.close();

        show(tomas, "");
        openList();
        until(() -> assertThat(listed()).containsExactly("Late onesMira Solberg"));
        row(1).click();
        assertThat(asked()).isEqualTo("columns=name,status&search=bram&sort=login_descending&status=paused&view=1");
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(columns()).isEqualTo("Name, Status, Actions");
        assertThat(label()).isEqualTo("Late ones");
        assertThat(deeds()).containsExactly("save-view", "leave-view");

        button("leave-view").click();
        assertThat(asked()).isEmpty();
        assertThat(columns()).isEqualTo(USUAL);
        assertThat(label()).isEqualTo("Views");
    }

    @Test
    @DisplayName("OM-08 That a view is changed shows; it is updated to what is shown, and Undo takes that back")
    void update() {
        view("Paused", false, "status=paused&columns=status");
        show(mira, "status=paused&columns=status&view=1");
        until(() -> assertThat(label()).isEqualTo("Paused"));
        LocatorJ._setValue(LocatorJ._get(SearchField.class), "bram", true);
        assertThat(label()).isEqualTo("Paused changed");
        tick(DirectoryColumn.STATUS, DirectoryColumn.LOCATION);

        press("update-view");
        until(() -> assertThat(label()).isEqualTo("Paused"));
        assertThat(parameters(query())).isEqualTo("columns=name,location,status&search=bram&status=paused");
        assertThat(database.number("SELECT count(*) FROM directory_columns"))
                .as("a view's columns are not one's own")
                .isZero();
        undo();
        until(() -> assertThat(label()).isEqualTo("Paused changed"));
        assertThat(query()).isEqualTo("status=paused&columns=status");
    }

    @Test
    @DisplayName("OM-08 A name that is none, and one that is taken, are refused at the field; what was typed stays")
    void refusedNames() {
        view("Oslo", false, "search=oslo");
        show(mira, "search=amara");
        press("save-view");
        LocatorJ._click(button("view-save"));
        assertThat(name().getErrorMessage()).isEqualTo("A name has 1 to 60 characters.");
        LocatorJ._setValue(name(), " oslo");
        LocatorJ._click(button("view-save"));
        until(() -> assertThat(name().getErrorMessage()).isEqualTo("You have a view named “oslo” already."));
        assertThat(name().isInvalid()).isTrue();
        assertThat(name().getValue()).isEqualTo(" oslo");
        LocatorJ._setValue(name(), "Bergen");
        LocatorJ._click(button("view-save"));
        until(() -> assertThat(label()).isEqualTo("Bergen"));

        press("rename-view");
        assertThat(name().getValue()).isEqualTo("Bergen");
        LocatorJ._setValue(name(), "Amara alone");
        LocatorJ._click(button("view-save"));
        until(() -> assertThat(label()).isEqualTo("Amara alone"));
    }

    @Test
    @DisplayName("OM-08 A view is shared, kept to oneself again, deleted, and brought back by Undo")
    void shareAndDelete() {
        view("Oslo", false, "search=amara");
        show(mira, "search=amara&view=1");
        until(() -> assertThat(label()).startsWith("Oslo"));
        press("share-view");
        until(() -> assertThat(database.text("SELECT shared FROM saved_view")).isEqualTo("t"));
        until(() -> assertThat(deeds()).contains("unshare-view"));
        press("unshare-view");
        until(() -> assertThat(database.text("SELECT shared FROM saved_view")).isEqualTo("f"));
        until(() -> assertThat(deeds()).contains("share-view"));

        press("remove-view");
        until(() -> assertThat(label()).isEqualTo("Views"));
        undo();
        until(() -> assertThat(label()).startsWith("Oslo"));
        assertThat(database.number("SELECT id FROM saved_view")).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-08 Who comes second to a view is told who was first")
    void overtaken() {
        SavedView oslo = view("Oslo", true, "search=amara");
        show(mira, "search=amara&view=1");
        until(() -> assertThat(label()).startsWith("Oslo"));
        openList();
        until(() -> button("remove-view"));
        views.unshare(ana, oslo).block();
        LocatorJ._click(button("remove-view"));

        until(() -> assertThat(NotificationsKt.getNotifications())
                .singleElement()
                .satisfies(notice ->
                        assertThat(text(notice)).startsWith("Somebody was first: Ana Ruiz changed “Oslo”, just now")));
        assertThat(database.number("SELECT count(*) FROM saved_view")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "OM-08 A link to a view that is gone, or is somebody else's alone, shows what the link says, without a view")
    void linkToNothing() {
        view("Secret", false, "search=amara");
        show(tomas, "search=amara&view=1");
        assertThat(names()).containsExactly("Amara Okafor");
        until(() -> {
            LocatorJ._setValue(LocatorJ._get(SearchField.class), "amar", true);
            assertThat(asked()).isEqualTo("search=amar");
        });
        assertThat(label()).isEqualTo("Views");
    }

    @Test
    @DisplayName("RL Who may change settings can take back a colleague's shared view, but not change it")
    void moderated() {
        view("Oslo", true, "search=amara");
        show(ana, "search=amara&view=1");
        until(() -> assertThat(label()).startsWith("Oslo"));
        assertThat(deeds()).containsExactly("unshare-view", "remove-view", "save-view", "leave-view");

        press("unshare-view");
        until(() -> assertThat(label()).isEqualTo("Views"));
    }

    private SavedView view(String name, boolean shared, String query) {
        return Objects.requireNonNull(
                views.save(mira, new ViewName(name), shared, query).block());
    }

    private void show(Actor actor, String query) {
        TestScreen.open(application, actor, LearnersView.class);
        UI.getCurrent().navigate("management/members/learners", QueryParameters.fromString(query));
        until(() -> assertThat(count()).isNotEmpty());
    }

    private static String count() {
        return LocatorJ._get(Span.class, spec -> spec.withClasses("count")).getText();
    }

    private static LearnerGrid grid() {
        return LocatorJ._get(LearnerGrid.class);
    }

    private static String columns() {
        return String.join(
                ", ",
                grid().getColumns().stream()
                        .filter(Component::isVisible)
                        .map(column -> column.getHeaderText() == null
                                ? text(column.getHeaderComponent())
                                : column.getHeaderText())
                        .toList());
    }

    private static String cell(int row, String column) {
        return DrawnRows.cell(row, column);
    }

    private static List<String> names() {
        return GridKt._findAll(grid()).stream().map(LearnerRow::name).toList();
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<DirectoryColumn> choice() {
        return LocatorJ._get(CheckboxGroup.class, spec -> spec.withId("columns-choice"));
    }

    private static void tick(DirectoryColumn... columns) {
        LocatorJ._click(button("columns"));
        LocatorJ._setValue(choice(), Set.of(columns), true);
    }

    private static Button button(String id) {
        return LocatorJ._get(Button.class, spec -> spec.withId(id));
    }

    private static TextField name() {
        return LocatorJ._get(TextField.class, spec -> spec.withId("view-name"));
    }

    /** Opens the list of views as it is by now, and presses a button in it. */
    private static void press(String id) {
        openList();
        until(() -> LocatorJ._click(button(id)));
    }

    private static void openList() {
        Popover popover = LocatorJ._get(Popover.class, spec -> spec.withClasses("views-popover"));
        popover.close();
        popover.open();
    }

    private static String label() {
        return button("views")
                .getElement()
                .getChildren()
                .filter(child -> !child.isTextNode()
                        && child.isVisible()
                        && !child.getClassList().contains("sr"))
                .filter(child -> !child.hasAttribute("slot"))
                .map(Element::getTextRecursively)
                .collect(Collectors.joining(" "));
    }

    private static List<String> listed() {
        return rows().map(TestScreen::text).toList();
    }

    private static Button row(long view) {
        return rows().filter(row -> row.getElement().getAttribute("data-view").equals(String.valueOf(view)))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Button> rows() {
        return LocatorJ._find(LocatorJ._get(ViewList.class), Button.class).stream()
                .filter(button -> button.getElement().hasAttribute("data-view"));
    }

    private static List<String> deeds() {
        openList();
        until(() -> button("save-view"));
        return LocatorJ._find(LocatorJ._get(ViewList.class), Button.class).stream()
                .flatMap(button -> button.getId().stream())
                .toList();
    }

    private static void undo() {
        LocatorJ._click(LocatorJ._get(
                NotificationsKt.getNotifications().getLast(), Button.class, spec -> spec.withText("Undo")));
    }

    private String query() {
        return database.text("SELECT query FROM saved_view");
    }

    /** What the address asks for that the screen last gave the browser; look at it before anything else. */
    private static String asked() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .flatMap(pending -> pending.getInvocation().getParameters().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(parameter -> parameter.startsWith("management/"))
                .reduce((first, last) -> last)
                .map(address -> parameters(address.substring(address.indexOf('?') + 1)))
                .orElse("the address was left alone");
    }

    private static String parameters(String query) {
        return QueryParameters.fromString(query.startsWith("management/") ? "" : query)
                .getParameters()
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().getFirst())
                .sorted()
                .collect(Collectors.joining("&"));
    }
}
