package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.Categories;
import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryChange;
import app.rollcall.learner.CategoryLook;
import app.rollcall.learner.CategoryName;
import app.rollcall.learner.CategorySettings;
import app.rollcall.learner.CategoryUse;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class CategoriesViewTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private CategorySettings settings;

    @Autowired
    private Categories categories;

    private Actor mira;
    private Actor ana;
    private PersonId amara;

    @BeforeEach
    void twoCategories() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        ana = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        database.run("INSERT INTO category (name, hue) VALUES ('Oslo', 20), ('Night shift', 240)");
        database.run("INSERT INTO person_category VALUES (?, 1)", amara.value());
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-08 The categories are listed with their learners, and follow what others do")
    void live() {
        open();
        assertThat(shown()).containsExactly("Night shift 0", "Oslo 1");

        categories
                .apply(ana, amara, new CategoryChange(CategoryChange.How.ADD, Set.of(2L), List.of()))
                .block();
        until(() -> assertThat(shown()).containsExactly("Night shift 1", "Oslo 1"));
        settings.remove(ana, new Category(1, "Oslo", 20)).block();
        until(() -> assertThat(shown()).containsExactly("Night shift 1"));
        settings.remove(ana, new Category(2, "Night shift", 240)).block();
        until(() -> assertThat(text(LocatorJ._get(EmptyState.class))).startsWith("No categories yet"));
    }

    @Test
    @DisplayName("OM-08 A category is made; a name that is none, and one that is taken, are refused at the field")
    void make() {
        open();
        LocatorJ._click(button("new-category"));
        LocatorJ._click(button("category-save"));
        assertThat(name().getErrorMessage()).startsWith("A name has 1 to 60 characters");

        LocatorJ._setValue(name(), " oslo ");
        LocatorJ._click(button("category-save"));
        until(() -> assertThat(name().getErrorMessage()).startsWith("There is a category named “oslo” already"));

        LocatorJ._setValue(name(), "Bergen");
        hue().setValue(170);
        LocatorJ._click(button("category-save"));
        until(() -> assertThat(shown()).containsExactly("Bergen 0", "Night shift 0", "Oslo 1"));
        assertThat(database.number("SELECT hue FROM category WHERE name = 'Bergen'"))
                .isEqualTo(170);
        LocatorJ._assertNone(CategoryForm.class);
    }

    @Test
    @DisplayName("OM-08, ST A category is renamed and recoloured; who comes second is told who was first")
    void edit() {
        open();
        choose(1, "edit-category");
        assertThat(name().getValue()).isEqualTo("Oslo");
        assertThat(hue().getValue()).isEqualTo(20);
        LocatorJ._setValue(name(), "Oslo city");
        hue().setValue(340);
        LocatorJ._click(button("category-save"));
        until(() -> assertThat(shown()).containsExactly("Night shift 0", "Oslo city 1"));

        choose(0, "edit-category");
        settings.change(ana, new Category(2, "Night shift", 240), new CategoryLook(new CategoryName("Nights"), 240))
                .block();
        LocatorJ._setValue(name(), "Evenings");
        LocatorJ._click(button("category-save"));
        until(() -> assertThat(notices())
                .anyMatch(text ->
                        text.contains("Ana Ruiz changed this category") && text.contains("It is called Nights now")));
        assertThat(database.text("SELECT name FROM category WHERE id = 2")).isEqualTo("Nights");
    }

    @Test
    @DisplayName("OM-08, ST A category is merged into another that has to be chosen")
    void merge() {
        open();
        choose(1, "merge-category");
        assertThat(text(LocatorJ._get(MergeDialog.class))).contains("The 1 learner in Oslo gets the other category");
        LocatorJ._click(button("merge-apply"));
        assertThat(into().isInvalid()).isTrue();

        LocatorJ._setValue(into(), new Category(2, "Night shift", 240));
        LocatorJ._click(button("merge-apply"));
        until(() -> assertThat(shown()).containsExactly("Night shift 1"));
        assertThat(notices()).contains("Oslo was merged into Night shift: 1 learner");
    }

    @Test
    @DisplayName("OM-08 Deleting says how many learners it touches, and asks first")
    void remove() {
        open();
        choose(1, "remove-category");
        assertThat(ConfirmDialogKt.getText(LocatorJ._get(ConfirmDialog.class)))
                .isEqualTo("1 learner is in it and loses it. This cannot be undone.");
        ConfirmDialogKt._fireCancel(LocatorJ._get(ConfirmDialog.class));
        assertThat(database.number("SELECT count(*) FROM category")).isEqualTo(2);

        choose(1, "remove-category");
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));
        until(() -> assertThat(shown()).containsExactly("Night shift 0"));
        assertThat(notices()).contains("Oslo was deleted; 1 learner had it");
    }

    @Test
    @DisplayName("RL The screen is the owners' and admins', among the settings; who lost the right is told so")
    void whose() {
        assertThat(CategoriesView.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly("CHANGE_SETTINGS");
        assertThat(CategoriesView.class.getAnnotation(Menu.class).order()).isBetween(80.0, 89.0);
        open();
        choose(1, "remove-category");
        database.run("DELETE FROM person_role WHERE person_id = ?", mira.id().value());
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));

        until(() -> assertThat(notices()).anyMatch(text -> text.startsWith("You may not do this any more")));
        assertThat(database.number("SELECT count(*) FROM category")).isEqualTo(2);
    }

    private void open() {
        TestScreen.open(application, mira, CategoriesView.class);
        UI.getCurrent().navigate(CategoriesView.class);
        until(() -> assertThat(shown()).hasSize(2));
    }

    private static void choose(int row, String id) {
        MenuItem item = ((MenuBar) GridKt._getCellComponent(grid(), row, "menu"))
                .getItems().getFirst().getSubMenu().getItems().stream()
                        .filter(one -> one.getId().orElse("").equals(id))
                        .findFirst()
                        .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private static CategoryGrid grid() {
        return LocatorJ._get(CategoryGrid.class);
    }

    private static List<String> shown() {
        return GridKt._findAll(grid()).stream()
                .map((CategoryUse use) -> use.category().name() + " " + use.learners())
                .toList();
    }

    private static List<String> notices() {
        return NotificationsKt.getNotifications().stream().map(TestScreen::text).toList();
    }

    private static TextField name() {
        return LocatorJ._get(TextField.class, spec -> spec.withId("category-name"));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Integer> hue() {
        return LocatorJ._get(RadioButtonGroup.class, spec -> spec.withId("category-hue"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Category> into() {
        return LocatorJ._get(ComboBox.class, spec -> spec.withId("merge-into"));
    }

    private static Button button(String id) {
        return LocatorJ._get(Button.class, spec -> spec.withId(id));
    }
}
