package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.Categories;
import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryChange;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.learner.CategoryMatch;
import app.rollcall.learner.LearnerRow;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.LiveFoot;
import app.rollcall.ui.Segments;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tabs;
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

@RollcallTest
class CategoriesInDirectoryTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Categories categories;

    private Actor mira;
    private Actor tom;
    private PersonId amara;

    @BeforeEach
    void threeLearnersAndThreeCategories() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        long bram = database.person("bram@example.org", "Bram", "de Vries", "paused", true);
        database.person("chiara@example.org", "Chiara", "Russo", "pending", true);
        database.run("INSERT INTO category (name) VALUES ('Oslo'), ('Night shift'), ('Safety')");
        database.run("INSERT INTO person_category VALUES (?, 1), (?, 2), (?, 1)", amara.value(), amara.value(), bram);
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-08 The filter opens from the URL and says how many categories are chosen")
    void fromTheUrl() {
        open("categories=1,2&how=all");

        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(names()).containsExactly("Amara Okafor");
        assertThat(text(button("by-category"))).isEqualTo("Category2");
        assertThat(button("by-category").getElement().getAttribute("aria-label"))
                .isEqualTo("Category 2: filtered by 2 categories, All");
    }

    @Test
    @DisplayName("OM-08 Categories are chosen, fitted by any, all or none, and cleared; the URL follows")
    void chosen() {
        open("");
        until(() -> assertThat(count()).isEqualTo("3"));
        LocatorJ._click(button("by-category"));
        until(() -> assertThat(offered("category-choice")).containsExactly("Night shift", "Oslo", "Safety"));

        choose("category-choice", "Oslo", "Night shift");
        assertThat(address()).isEqualTo("management/members/learners?categories=1%2C2");
        until(() -> assertThat(names()).containsExactly("Amara Okafor", "Bram de Vries"));

        fit(CategoryMatch.NONE);
        assertThat(address()).contains("categories=1%2C2", "how=none");
        until(() -> assertThat(names()).containsExactly("chiara@example.org"));

        LocatorJ._click(button("category-clear"));
        assertThat(address()).isEqualTo("management/members/learners");
        until(() -> assertThat(count()).isEqualTo("3"));
        assertThat(text(button("by-category"))).isEqualTo("Category");
    }

    @Test
    @DisplayName("OM-21 Nothing to list: the category filter is named, one press clears it")
    void empty() {
        open("categories=3&status=active");
        until(() -> assertThat(text(LocatorJ._get(EmptyState.class)))
                .startsWith("Nobody in Active matches the category filter"));

        LocatorJ._click(button("clear_category"));
        until(() -> assertThat(count()).isEqualTo("1"));
    }

    @Test
    @DisplayName("OM-21 Nothing to list for a search within a category: both are named")
    void emptySearch() {
        open("categories=1&search=chiara");

        until(() -> assertThat(text(LocatorJ._get(EmptyState.class)))
                .startsWith("No learner matches “chiara”")
                .contains("within the categories that are chosen"));
    }

    @Test
    @DisplayName("OM-08 LV-05 Who is put into the category by another admin comes into the list")
    void live() {
        open("categories=3");
        until(() -> LocatorJ._assertOne(EmptyState.class));
        categories
                .apply(tom, amara, new CategoryChange(How.ADD, Set.of(3L), List.of()))
                .block();

        until(() -> assertThat(names()).containsExactly("Amara Okafor"));
    }

    @Test
    @DisplayName("OM-22, OM-23 Added with Apply, a new one made on the way, shown in the row; Undo puts it back")
    void applied() {
        open("");
        until(() -> assertThat(count()).isEqualTo("3"));
        openDialog(0);
        type("  Field crew ");
        choose("categories-choice", "Field crew", "Safety");
        LocatorJ._click(button("categories-apply"));

        until(() -> assertThat(held()).isEqualTo("Field crew, Night shift, Oslo, Safety"));
        until(() -> LocatorJ._assertNone(CategoriesDialog.class));
        until(() -> assertThat(DrawnRows.cell(0, "categories")).isEqualTo("Field crew Night shift +2"));
        assertThat(text(LocatorJ._get(LiveFoot.class)))
                .startsWith("Mira Solberg changed the categories of Amara Okafor");
        assertThat(notices()).contains("Amara Okafor was added to Field crew, Safety");

        LocatorJ._click(LocatorJ._get(
                NotificationsKt.getNotifications().getFirst(), Button.class, spec -> spec.withText("Undo")));
        until(() -> assertThat(held()).isEqualTo("Night shift, Oslo"));
        until(() -> assertThat(notices()).contains("The categories of Amara Okafor are as they were"));
    }

    @Test
    @DisplayName("OM-22 Undo, when somebody changed them since, says so and changes nothing")
    void undoneTooLate() {
        open("");
        until(() -> assertThat(count()).isEqualTo("3"));
        openDialog(0);
        choose("categories-choice", "Safety");
        LocatorJ._click(button("categories-apply"));
        until(() -> assertThat(notices()).contains("Amara Okafor was added to Safety"));
        categories
                .apply(tom, amara, new CategoryChange(How.REMOVE, Set.of(1L), List.of()))
                .block();
        LocatorJ._click(LocatorJ._get(
                NotificationsKt.getNotifications().getFirst(), Button.class, spec -> spec.withText("Undo")));

        until(() -> assertThat(notices()).anyMatch(text -> text.startsWith("The categories have changed meanwhile")));
        assertThat(held()).isEqualTo("Night shift, Safety");
    }

    @Test
    @DisplayName("OM-22 C13 Set begins with what the learner has; Remove offers that alone and makes nothing")
    void ways() {
        open("");
        until(() -> assertThat(count()).isEqualTo("3"));
        openDialog(0);
        LocatorJ._click(button("categories-apply"));
        assertThat(choice("categories-choice").isInvalid()).isTrue();

        turn(1);
        assertThat(chosen("categories-choice")).containsExactlyInAnyOrder("Night shift", "Oslo");
        turn(2);
        assertThat(offered("categories-choice")).containsExactly("Night shift", "Oslo");
        assertThat(choice("categories-choice").isAllowCustomValue()).isFalse();
        choose("categories-choice", "Oslo");
        LocatorJ._click(button("categories-apply"));

        until(() -> assertThat(held()).isEqualTo("Night shift"));
        assertThat(notices()).contains("Amara Okafor was taken out of Oslo");
    }

    @Test
    @DisplayName("OM-22 A name that is none is refused in a sentence; one that is there in another case is that one")
    void typed() {
        open("");
        until(() -> assertThat(count()).isEqualTo("3"));
        openDialog(2);
        type("a|b");
        assertThat(choice("categories-choice").getErrorMessage()).startsWith("A name has 1 to 60 characters");
        type("SAFETY");
        assertThat(chosen("categories-choice")).containsExactly("Safety");
        LocatorJ._click(button("categories-apply"));

        until(() -> assertThat(notices()).contains("chiara@example.org was added to Safety"));
        assertThat(database.number("SELECT count(*) FROM category")).isEqualTo(3);
    }

    @Test
    @DisplayName("RL OM-22 Whose role was taken away is told so")
    void refused() {
        open("");
        until(() -> assertThat(count()).isEqualTo("3"));
        openDialog(0);
        choose("categories-choice", "Safety");
        database.run("DELETE FROM person_role WHERE person_id = ?", mira.id().value());
        LocatorJ._click(button("categories-apply"));

        until(() -> assertThat(notices()).anyMatch(text -> text.startsWith("You may not do this any more")));
        assertThat(database.number("SELECT count(*) FROM person_category WHERE person_id = ?", amara.value()))
                .isEqualTo(2);
    }

    private void open(String query) {
        TestScreen.open(application, mira, LearnersView.class);
        UI.getCurrent().navigate("management/members/learners", QueryParameters.fromString(query));
    }

    private static void openDialog(int row) {
        DrawnRows.choose(row, "add-categories");
        until(() -> LocatorJ._assertOne(CategoriesDialog.class));
    }

    private static void turn(int way) {
        TestScreen.fromBrowser(
                LocatorJ._get(LocatorJ._get(Segments.class, spec -> spec.withId("categories-how")), Tabs.class),
                "selected",
                way);
    }

    private static void fit(CategoryMatch match) {
        TestScreen.fromBrowser(
                LocatorJ._get(LocatorJ._get(Segments.class, spec -> spec.withId("category-match")), Tabs.class),
                "selected",
                match.ordinal());
    }

    private static void type(String name) {
        MultiSelectComboBox<Category> choice = choice("categories-choice");
        ComponentUtil.fireEvent(
                choice, new ComboBoxBase.CustomValueSetEvent<MultiSelectComboBox<Category>>(choice, true, name));
    }

    private static void choose(String id, String... names) {
        MultiSelectComboBox<Category> choice = choice(id);
        Set<String> wanted = Set.of(names);
        Set<Category> picked =
                all(id).filter(category -> wanted.contains(category.name())).collect(Collectors.toSet());
        assertThat(picked).hasSize(wanted.size());
        LocatorJ._setValue(choice, picked, true);
    }

    private static List<String> offered(String id) {
        return all(id).map(Category::name).toList();
    }

    private static Stream<Category> all(String id) {
        return choice(id).getListDataView().getItems();
    }

    private static Set<String> chosen(String id) {
        return choice(id).getValue().stream().map(Category::name).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<Category> choice(String id) {
        return LocatorJ._get(MultiSelectComboBox.class, spec -> spec.withId(id));
    }

    private static List<String> notices() {
        return NotificationsKt.getNotifications().stream()
                .map(TestScreen::text)
                .map(text -> text.replaceFirst("Undo$", ""))
                .toList();
    }

    private static Button button(String id) {
        return LocatorJ._get(Button.class, spec -> spec.withId(id));
    }

    private static LearnerGrid grid() {
        return LocatorJ._get(LearnerGrid.class);
    }

    private static List<String> names() {
        return GridKt._findAll(grid()).stream().map(LearnerRow::name).toList();
    }

    private static String count() {
        return LocatorJ._get(Span.class, spec -> spec.withClasses("count")).getText();
    }

    private String held() {
        return categories.of(tom, amara).block().stream().map(Category::name).collect(Collectors.joining(", "));
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
