package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.OwnKeys;
import app.rollcall.security.Role;
import app.rollcall.ui.KeySheet;
import app.rollcall.ui.LetterKeys;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the browser's script of keys goes by, and the sheet of all keys. */
@RollcallTest
class KeysInDirectoryTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private KeySheet sheet;

    @Autowired
    private OwnKeys own;

    private Actor mira;

    @BeforeEach
    void somebody() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-01 OM-07 OM-18 The directory says which keys its table, Invite and the way to it have")
    void marks() {
        database.learner("amara@example.org", "Amara", "Okafor");
        open(mira);

        assertThat(LocatorJ._get(LearnerGrid.class).getElement().hasAttribute("data-keys"))
                .isTrue();
        assertThat(LocatorJ._get(Button.class, spec -> spec.withId("invite"))
                        .getElement()
                        .getAttribute("data-key"))
                .isEqualTo("i");
        assertThat(LocatorJ._find(SideNavItem.class).stream()
                        .map(item -> item.getElement().getAttribute("data-go")))
                .containsExactly("l");
    }

    @Test
    @DisplayName("KB The sheet has every key in its group, with Invite and the ways only for those who may")
    void allKeys() {
        open(mira);
        sheet.open();
        assertThat(groups()).hasSize(3);
        assertThat(groups().get(0)).startsWith("Everywhere").contains("Find or doCtrlK", "All keys?");
        assertThat(groups().get(1)).isEqualTo("Go toLearnersGL");
        assertThat(groups().get(2))
                .startsWith("In a table")
                .contains("Next rowJ↓", "Menu of the row.", "Invite learnersI");

        TestScreen.close();
        TestScreen.open(application, Actors.withRole(database, Role.AUTHOR, "Some", "Author"), LearnersView.class);
        sheet.open();
        assertThat(groups()).singleElement().asString().startsWith("Everywhere").doesNotContain("Invite");
    }

    @Test
    @DisplayName("KB The account's menu leads to the sheet of all keys")
    void fromTheAccount() {
        open(mira);
        MenuItem item = LocatorJ._get(MenuBar.class, spec -> spec.withId("account-menu"))
                .getItems()
                .getFirst()
                .getSubMenu()
                .getItems()
                .stream()
                .filter(each -> each.getId().orElse("").equals("all-keys"))
                .findFirst()
                .orElseThrow();

        assertThat(text(item)).isEqualTo("All keys");
    }

    @Test
    @DisplayName(
            "KB WCAG 2.1.4 Single letters can be switched off, which holds for the person on every screen from then on")
    void lettersOff() {
        open(mira);
        assertThat(part()).isEqualTo("on");
        sheet.open();
        assertThat(letters().getValue()).isTrue();

        LocatorJ._setValue(letters(), false, true);
        until(() -> assertThat(own.letters(mira).block()).isFalse());
        TestScreen.close();
        open(mira);
        assertThat(part()).isEqualTo("off");
        sheet.open();
        assertThat(letters().getValue()).isFalse();

        LocatorJ._setValue(letters(), true, true);
        until(() -> assertThat(own.letters(mira).block()).isTrue());
    }

    @Test
    @DisplayName("KB WCAG 2.1.4 What one switches off stays on for everybody else")
    void onlyForOneself() {
        Actor tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");

        own.choose(mira, false).block();
        assertThat(own.letters(tom).block()).isTrue();
    }

    private void open(Actor actor) {
        TestScreen.open(application, actor, LearnersView.class);
        UI.getCurrent().navigate(LearnersView.class);
    }

    private static String part() {
        return LocatorJ._get(Span.class, spec -> spec.withClasses(LetterKeys.PART))
                .getElement()
                .getAttribute("data-letters");
    }

    private static Checkbox letters() {
        return LocatorJ._get(Checkbox.class, spec -> spec.withId("letter-keys"));
    }

    private static List<String> groups() {
        return LocatorJ._find(Div.class, spec -> spec.withClasses("key-group")).stream()
                .map(TestScreen::text)
                .toList();
    }
}
