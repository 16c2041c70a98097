package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.invitation.Invitations;
import app.rollcall.learner.Category;
import app.rollcall.learner.Directory;
import app.rollcall.learner.Learners;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.LiveFoot;
import app.rollcall.ui.Page;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.ItemClickEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;

/** Selecting several learners in the directory, and what is done with them. */
@RollcallTest
class SelectedModeTest {

    private static final int AMARA = 0;
    private static final int BRAM = 1;
    private static final int CHIARA = 2;
    private static final int DIRK = 3;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Learners learners;

    @Autowired
    private Directory directory;

    @Autowired
    private LiveEvents live;

    @Autowired
    private Invitations invitations;

    private Actor mira;
    private Actor tom;
    private PersonId amara;
    private PersonId dirk;
    private PersonId invited;

    @BeforeEach
    void fiveLearners() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        database.person("bram@example.org", "Bram", "de Vries", "paused", true);
        invited = new PersonId(database.person("chiara@example.org", "", "", "pending", true));
        database.run(
                "INSERT INTO invitation (person_id, invited_by) VALUES (?, ?)",
                invited.value(),
                mira.id().value());
        dirk = new PersonId(database.learner("dirk@example.org", "Dirk", "Aalto"));
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-04, OM-29 The toggle shows a checkbox in each row, named after it; without it there is none")
    void toggle() {
        open("");
        assertThat(grid().getColumnByKey("pick").isVisible()).isFalse();
        assertThat(barShown()).isFalse();

        turn(true);
        assertThat(grid().getColumnByKey("pick").isVisible()).isTrue();
        assertThat(box(AMARA).getAriaLabel()).contains("Select Amara Okafor");
        assertThat(box(CHIARA).getAriaLabel()).contains("Select chiara@example.org");
        assertThat(barShown()).isFalse();

        pick(AMARA);
        turn(false);
        assertThat(grid().getColumnByKey("pick").isVisible()).isFalse();
        turn(true);
        assertThat(box(AMARA).getValue()).isFalse();
        assertThat(barShown()).isFalse();
    }

    @Test
    @DisplayName("OM-04 Who may not manage users is offered no selecting")
    void notForEverybody() {
        open("");
        Page page = new Page("");
        SelectedMode mode = new SelectedMode(
                page,
                grid(),
                _ -> {},
                new Places(),
                (_, _) -> Mono.empty(),
                new SelectedFeed(directory, live, mira),
                chosen -> new SelectedCommands(application.getBean(SelectedCommands.Doors.class), mira, page, chosen));
        mode.offer(false);
        assertThat(within(page)).noneMatch(Checkbox.class::isInstance);
        assertThat(within(page).map(part -> part.getId().orElse(""))).doesNotContain("selected-toggle-phone");

        mode.offer(true);
        assertThat(within(page).map(part -> part.getId().orElse("")))
                .contains("selected-toggle", "selected-toggle-phone");
    }

    @Test
    @DisplayName(
            "OM-30, OM-32 The bar offers what the selected can have done to them, each with its number and whom it leaves alone")
    void offers() {
        open("");
        turn(true);
        pick(AMARA);
        assertThat(offered())
                .containsExactly("pause (1)", "unpause (0) off", "remove-invitation (0) off", "categories (1)");
        assertThat(about("bulk-pause")).isEmpty();
        assertThat(about("bulk-unpause")).isEqualTo("Nobody among the selected is paused.");

        pick(BRAM);
        pick(CHIARA);
        pick(DIRK);
        assertThat(offered()).containsExactly("pause (2)", "unpause (1)", "remove-invitation (1)", "categories (4)");
        assertThat(about("bulk-pause")).isEqualTo("Left alone: 1 is paused already, 1 has not joined yet.");
        assertThat(about("bulk-remove-invitation")).isEqualTo("Left alone: 3 have an account.");
        assertThat(selected()).isEqualTo("4 selected");
        assertThat(grid().getPartNameGenerator().apply(GridKt._get(grid(), AMARA)))
                .isEqualTo("picked");

        pick(AMARA, false);
        assertThat(offered()).startsWith("pause (1)");
        LocatorJ._click(button("clear-selected"));
        assertThat(barShown()).isFalse();
        assertThat(box(DIRK).getValue()).isFalse();
        assertThat(grid().getColumnByKey("pick").isVisible()).isTrue();
    }

    @Test
    @DisplayName("OM-31 OM-24 Pausing the selected asks with the number, tells the true one, and Undo takes it back")
    void pause() {
        open("");
        turn(true);
        pick(AMARA);
        pick(BRAM);
        pick(DIRK);
        LocatorJ._click(button("bulk-pause"));
        assertThat(dialog().getElement().getProperty("header")).isEqualTo("Pause 2 learners?");
        assertThat(dialog().getElement().getProperty("message"))
                .startsWith("They can still sign in")
                .endsWith("Left alone: 1 is paused already.");
        assertThat(status(amara)).isEqualTo("active");
        // A colleague is quicker with one of them.
        learners.pause(tom, dirk).block();
        ConfirmDialogKt._fireConfirm(dialog());

        until(() -> assertThat(notices())
                .anyMatch(text -> text.startsWith("1 learner is paused; 1 had changed meanwhile and was left alone")));
        until(() -> assertThat(offered()).startsWith("pause (0) off", "unpause (3)"));
        assertThat(status(amara)).isEqualTo("paused");

        LocatorJ._click(LocatorJ._get(
                NotificationsKt.getNotifications().getLast(), Button.class, spec -> spec.withText("Undo")));
        until(() -> assertThat(notices()).contains("1 learner is active again"));
        assertThat(status(amara)).isEqualTo("active");
        assertThat(status(dirk)).isEqualTo("paused");
        until(() -> assertThat(offered()).startsWith("pause (1)", "unpause (2)"));
    }

    @Test
    @DisplayName("OM-31 OM-26 Unpausing asks nothing; the foot says in one line what was done to several")
    void unpause() {
        learners.pause(tom, amara).block();
        open("");
        turn(true);
        pick(AMARA);
        pick(BRAM);
        LocatorJ._click(button("bulk-unpause"));

        until(() -> assertThat(notices()).anyMatch(text -> text.startsWith("2 learners are active again")));
        until(() -> assertThat(text(LocatorJ._get(LiveFoot.class))).startsWith("Mira Solberg unpaused 2 learners"));
        assertThat(drift()).isEmpty();
    }

    @Test
    @DisplayName("OM-27, OM-31 Removing invitations asks, cannot be undone, and whose was removed leaves the selection")
    void removeInvitation() {
        open("");
        turn(true);
        pick(AMARA);
        pick(CHIARA);
        LocatorJ._click(button("bulk-remove-invitation"));
        assertThat(dialog().getElement().getProperty("header")).isEqualTo("Remove 1 invitation?");
        assertThat(dialog().getElement().getProperty("message")).contains("This cannot be undone.");
        ConfirmDialogKt._fireConfirm(dialog());

        until(() -> assertThat(notices()).contains("1 invitation was removed"));
        until(() -> assertThat(selected()).isEqualTo("1 selected"));
        assertThat(drift()).isEmpty();
        assertThat(LocatorJ._find(NotificationsKt.getNotifications().getLast(), Button.class))
                .isEmpty();
    }

    @Test
    @DisplayName("OM-22, OM-30 Categories are added to all of them in one go, and Undo takes them back")
    void categories() {
        database.run("INSERT INTO category (name) VALUES ('Oslo'), ('Safety')");
        database.run("INSERT INTO person_category VALUES (?, 1)", amara.value());
        open("");
        turn(true);
        pick(AMARA);
        pick(CHIARA);
        LocatorJ._click(button("bulk-categories"));
        until(() -> LocatorJ._assertOne(CategoriesDialog.class));
        assertThat(LocatorJ._get(CategoriesDialog.class).getHeaderTitle()).isEqualTo("Categories of 2 learners");
        choose("Oslo", "Safety");
        LocatorJ._click(button("categories-apply"));

        until(() -> assertThat(notices()).anyMatch(text -> text.startsWith("2 learners were added to the categories")));
        assertThat(database.number("SELECT count(*) FROM person_category")).isEqualTo(4);
        LocatorJ._click(LocatorJ._get(
                NotificationsKt.getNotifications().getLast(), Button.class, spec -> spec.withText("Undo")));
        until(() -> assertThat(database.number("SELECT count(*) FROM person_category"))
                .isEqualTo(1));
    }

    @Test
    @DisplayName(
            "OM-33, C3 Who is accepting cannot be selected, nor who is disabled, and the checkbox says why; the uninvited can")
    void unselectable() {
        database.run("UPDATE invitation SET state = 'opened', opened_at = now()");
        database.person("zoe@example.org", "", "", "pending", true);
        open("");
        turn(true);
        assertThat(box(CHIARA).isEnabled()).isFalse();
        assertThat(box(CHIARA).getTooltip().getText()).startsWith("Accepting the invitation now.");
        click(CHIARA, false);
        assertThat(barShown()).isFalse();
        assertThat(box(4).isEnabled()).isTrue();

        database.person("ed@example.org", "Ed", "Off", "disabled", true);
        UI.getCurrent().navigate("management/members/learners", QueryParameters.fromString("status=disabled"));
        turn(true);
        assertThat(box(0).isEnabled()).isFalse();
        assertThat(box(0).getTooltip().getText()).startsWith("Disabled.");
    }

    @Test
    @DisplayName(
            "OM-29 A click anywhere in the row selects it while the mode is on, and opens the record when it is off")
    void rowClick() {
        open("");
        turn(true);
        click(AMARA, false);
        assertThat(selected()).isEqualTo("1 selected");
        click(AMARA, false);
        assertThat(barShown()).isFalse();
    }

    @Test
    @DisplayName("OM-29 Shift and a click select all the rows between")
    void range() {
        open("");
        turn(true);
        click(AMARA, false);
        click(DIRK, true);
        until(() -> assertThat(selected()).isEqualTo("4 selected"));
        assertThat(box(BRAM).getValue()).isTrue();
    }

    @Test
    @DisplayName(
            "OM-30 What is selected outlives a filter, which says how many it hides; all that match are selected at one press")
    void filtered() {
        open("");
        turn(true);
        pick(AMARA);
        pick(BRAM);
        until(() -> assertThat(text(button("select-all"))).isEqualTo("Select all 4 matching"));
        search("Bram");
        until(() -> assertThat(unshown()).isEqualTo("1 of them is not in the list now"));
        assertThat(selected()).isEqualTo("2 selected");

        search("");
        until(() -> assertThat(unshown()).isEmpty());
        until(() -> assertThat(button("select-all").isVisible()).isTrue());
        LocatorJ._click(button("select-all"));
        until(() -> assertThat(selected()).isEqualTo("4 selected"));
        until(() -> assertThat(button("select-all").isVisible()).isFalse());
    }

    @Test
    @DisplayName(
            "LV-05 What others do to the selected moves the numbers at once, and is said; who is gone or disabled leaves")
    void drifts() {
        open("");
        turn(true);
        pick(AMARA);
        pick(CHIARA);
        pick(DIRK);
        learners.pause(tom, amara).block();
        until(() -> assertThat(offered()).startsWith("pause (1)", "unpause (1)"));
        assertThat(drift()).isEqualTo("1 of the selected changed: 1 is paused now");
        assertThat(text(LocatorJ._get(Span.class, spec -> spec.withId("selected-spoken"))))
                .isEqualTo("3 selected. 1 of the selected changed: 1 is paused now");

        invitations.remove(tom, invited).block();
        until(() -> assertThat(drift()).isEqualTo("2 of the selected changed: 1 is paused now, 1 was removed"));
        assertThat(selected()).isEqualTo("2 selected");

        database.run("UPDATE person SET status = 'disabled', status_before = 'active' WHERE id = ?", dirk.value());
        learners.unpause(tom, amara).block();
        until(() -> assertThat(drift()).contains("1 was disabled and is not selected any more", "1 is active now"));
        assertThat(selected()).isEqualTo("1 selected");
    }

    @Test
    @DisplayName("OM-30 No more than a thousand are selected, and that is said")
    void most() {
        database.run("INSERT INTO person (email, first_name, last_name, status, learner)"
                + " SELECT 'l' || i || '@example.org', 'L', i::text, 'active', true FROM generate_series(1, 996) i");
        open("");
        turn(true);
        until(() -> assertThat(LocatorJ._get(Span.class, spec -> spec.withClasses("count"))
                        .getText())
                .isEqualTo("1,000"));
        pick(AMARA);
        LocatorJ._click(button("select-all"));
        until(() -> assertThat(selected()).isEqualTo("1,000 selected"));

        database.learner("aaa@example.org", "Aaa", "Aaa");
        search("aaa");
        until(() -> assertThat(unshown()).isEqualTo("1,000 of them are not in the list now"));
        pick(0);
        assertThat(selected()).isEqualTo("1,000 selected");
        assertThat(box(0).getValue()).isFalse();
        assertThat(notices()).anyMatch(text -> text.startsWith("At most 1,000 learners can be selected"));
    }

    private void open(String query) {
        TestScreen.open(application, mira, LearnersView.class, RecordView.class);
        UI.getCurrent().navigate("management/members/learners", QueryParameters.fromString(query));
        until(() -> assertThat(LocatorJ._get(Span.class, spec -> spec.withClasses("count"))
                        .getText())
                .isNotEmpty());
    }

    private static void turn(boolean on) {
        TestScreen.fromBrowser(LocatorJ._get(Checkbox.class, spec -> spec.withId("selected-toggle")), "checked", on);
    }

    private static void pick(int row) {
        pick(row, true);
    }

    private static void pick(int row, boolean wanted) {
        TestScreen.fromBrowser(box(row), "checked", wanted);
        MockVaadin.clientRoundtrip(false);
    }

    private static void click(int row, boolean shift) {
        LearnerGrid grid = grid();
        String key = grid.getDataCommunicator().getKeyMapper().key(GridKt._get(grid, row));
        ComponentUtil.fireEvent(
                grid, new ItemClickEvent<>(grid, true, key, null, 0, 0, 0, 0, 1, 0, false, shift, false, false));
    }

    private static void search(String text) {
        var field = LocatorJ._get(SearchField.class);
        TestScreen.fromBrowser(field, "value", text);
    }

    private static void choose(String... names) {
        MultiSelectComboBox<Category> choice =
                LocatorJ._get(MultiSelectComboBox.class, spec -> spec.withId("categories-choice"));
        choice.setValue(choice.getListDataView()
                .getItems()
                .filter(category -> Set.of(names).contains(category.name()))
                .collect(Collectors.toSet()));
    }

    private static LearnerGrid grid() {
        return LocatorJ._get(LearnerGrid.class);
    }

    private static SelectedBar bar() {
        return (SelectedBar) LocatorJ._get(LearnersView.class)
                .getChildren()
                .filter(SelectedBar.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static boolean barShown() {
        return LocatorJ._get(LearnersView.class)
                .getChildren()
                .anyMatch(part -> part instanceof SelectedBar && part.isVisible());
    }

    private static Checkbox box(int row) {
        return (Checkbox) GridKt._getCellComponent(grid(), row, "pick");
    }

    private static ConfirmDialog dialog() {
        return LocatorJ._get(ConfirmDialog.class);
    }

    private static Button button(String id) {
        return within(bar())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> id.equals(button.getId().orElse("")))
                .findFirst()
                .orElseGet(() -> LocatorJ._get(Button.class, spec -> spec.withId(id)));
    }

    private static Stream<Component> within(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(SelectedModeTest::within));
    }

    private static List<String> offered() {
        return Stream.of("pause", "unpause", "remove-invitation", "categories")
                .map(id -> id + " "
                        + button("bulk-" + id).getSuffixComponent().getElement().getText()
                        + (button("bulk-" + id).isEnabled() ? "" : " off"))
                .toList();
    }

    private static String about(String id) {
        return span(id + "-about");
    }

    private static String selected() {
        return span("selected-count");
    }

    private static String drift() {
        return span("selected-drift");
    }

    private static String unshown() {
        return span("selected-unshown");
    }

    private static String span(String id) {
        return within(bar())
                .filter(part -> id.equals(part.getId().orElse("")))
                .map(TestScreen::text)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notices() {
        return NotificationsKt.getNotifications().stream().map(TestScreen::text).toList();
    }

    private String status(PersonId learner) {
        return database.text("SELECT status FROM person WHERE id = ?", learner.value());
    }
}
