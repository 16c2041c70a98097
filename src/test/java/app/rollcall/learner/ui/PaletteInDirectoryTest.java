package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.HeaderPart;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The palette with what all rooms put into it. */
@RollcallTest
class PaletteInDirectoryTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ObjectProvider<HeaderPart> header;

    private long amara;
    private long chiara;
    private long course;

    @BeforeEach
    void people() {
        database.reset();
        amara = database.learner("amara@example.org", "Amara", "Okafor");
        database.person("bram@example.org", "Bram", "de Vries", "paused", true);
        chiara = database.person("chiara@example.org", "Chiara", "Russo", "pending", true);
        database.person("dan@example.org", "Dan", "Aja", "disabled", true);
        course = database.course("FIRE-2026", "Fire safety");
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("KB Ctrl K shows at once the pages that one may open and what one can do")
    void opened() {
        open(Role.ADMIN);

        assertThat(results())
                .containsSubsequence(DirectoryUrl.PATH, "my_learning", "profile", "invite", "all-keys", "sign-out")
                .contains("theme-dark", "language-de", "language-ar")
                .doesNotContain("language-en");
        assertThat(field().getElement().getAttribute("role")).isEqualTo("combobox");
        assertThat(field().getElement().getAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    @DisplayName(
            "OM-06 OM-18 A learner is found by name or address, without case and accents, and Enter opens the record")
    void person() {
        open(Role.ADMIN);
        type("OKAFÓR ama");
        until(() -> assertThat(results()).containsExactly("learner-" + amara));
        type("amara@ex");
        until(() -> assertThat(text(option("learner-" + amara))).contains("Amara Okafor", "amara@example.org"));

        choose("learner-" + amara);
        assertThat(at()).isEqualTo(DirectoryUrl.PATH + "/" + amara);
        assertThat(LocatorJ._find(Dialog.class)).noneMatch(Dialog::isOpened);
    }

    @Test
    @DisplayName(
            "OM-19 Whoever was invited and has no record yet is shown among the pending; the disabled are not found")
    void pending() {
        open(Role.CUSTOMER_SERVICE);
        type("chiara");
        until(() -> assertThat(text(option("learner-" + chiara))).contains("Invited, not here yet"));

        choose("learner-" + chiara);
        assertThat(at()).startsWith(DirectoryUrl.PATH).contains("status=pending", "chiara");
        open();
        type("aja");
        until(() -> assertThat(results()).isEmpty());
    }

    @Test
    @DisplayName("OM-06 Of many the first six are shown, and the way to all of them in the directory")
    void many() {
        for (int number = 0; number < 8; number++) {
            database.learner("zed" + number + "@example.org", "Zed" + number, "Many");
        }
        open(Role.ADMIN);
        type("zed");
        until(() -> assertThat(results()).hasSize(7).last().isEqualTo("learners-found"));

        choose("learners-found");
        assertThat(at()).startsWith(DirectoryUrl.PATH).endsWith("search=zed");
    }

    @Test
    @DisplayName("KB A course is found by its title or code")
    void course() {
        open(Role.ADMIN);
        type("fire-20");
        until(() -> assertThat(results()).containsExactly("course-" + course));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL Who may not list learners finds neither people nor courses, and is not offered to invite")
    void refused(Role role) {
        open(role);
        assertThat(results()).contains("my_learning", "sign-out").doesNotContain("invite", DirectoryUrl.PATH);

        type("amara");
        until(() -> assertThat(nothing()).startsWith("Nothing is called “amara”."));
        type("fire");
        until(() -> assertThat(nothing()).startsWith("Nothing is called “fire”."));
        assertThat(results()).isEmpty();
    }

    @Test
    @DisplayName("RL Whose right was taken away while the palette is open finds nobody any more")
    void rightTakenAway() {
        open(Role.ADMIN);
        type("amara");
        until(() -> assertThat(results()).containsExactly("learner-" + amara));
        database.run("DELETE FROM person_role");

        type("amara okafor");
        until(() -> assertThat(nothing()).startsWith("Nothing is called “amara okafor”."));
        assertThat(results()).isEmpty();
    }

    @Test
    @DisplayName("KB Where nothing is found it says so, and an empty field brings everything back")
    void nothingFound() {
        open(Role.ADMIN);
        type("no such thing");
        until(() -> assertThat(nothing())
                .isEqualTo("Nothing is called “no such thing”. Try a name, an address, a page or something to do."));
        assertThat(field().getElement().getAttribute("aria-expanded")).isEqualTo("false");

        type("");
        assertThat(results()).contains("invite", "sign-out");
    }

    @Test
    @DisplayName("KB What was typed before and is answered late is not shown")
    void stale() {
        open(Role.ADMIN);
        type("bram");
        type("amara");

        until(() -> assertThat(results()).containsExactly("learner-" + amara));
    }

    @Test
    @DisplayName("LS-09 The palette speaks German, and is found things in by German words")
    void german() {
        database.run("UPDATE person SET locale = 'de'");
        open(Actors.withRole(database, Role.ADMIN, "Mira", "Solberg"), Locale.GERMAN);
        type("abmelden");

        until(() -> assertThat(results()).containsExactly("sign-out"));
    }

    private void open(Role role) {
        open(Actors.withRole(database, role, "Some", "Body"), Locale.ENGLISH);
    }

    private void open(Actor actor, Locale language) {
        TestScreen.open(application, actor, LearnersView.class, RecordView.class);
        UI.getCurrent().setLocale(language);
        UI.getCurrent().add(header.orderedStream().map(HeaderPart::get).toArray(Component[]::new));
        open();
    }

    private static void open() {
        LocatorJ._click(LocatorJ._find(Button.class, spec -> spec.withId("open-palette"))
                .getFirst());
    }

    private static void type(String text) {
        LocatorJ._setValue(field(), text, true);
    }

    private static Input field() {
        return LocatorJ._get(Input.class, spec -> spec.withId("palette-field"));
    }

    private static void choose(String result) {
        LocatorJ._click(option(result));
    }

    private static Div option(String result) {
        return LocatorJ._get(Div.class, spec -> spec.withAttribute("data-result", result));
    }

    private static List<String> results() {
        return LocatorJ._find(Div.class, spec -> spec.withClasses("option")).stream()
                .map(option -> option.getElement().getAttribute("data-result"))
                .toList();
    }

    private static String nothing() {
        return text(LocatorJ._get(Paragraph.class, spec -> spec.withClasses("nothing")));
    }

    private static String at() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
