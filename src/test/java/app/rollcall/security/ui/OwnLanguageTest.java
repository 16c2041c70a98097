package app.rollcall.security.ui;

import static app.rollcall.ui.TestScreen.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.OwnLanguage;
import app.rollcall.security.Role;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class OwnLanguageTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private OwnLanguage own;

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
    @DisplayName("LS-09 Who chooses a language reads it from the next page on, with the dates of its region")
    void chosen() {
        assertThat(own.find(mira).blockOptional()).isEmpty();

        own.choose(mira, Locale.of("de", "AT")).block();
        TestScreen.open(application, mira, ProfileView.class);
        UI.getCurrent().navigate(ProfileView.class);

        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.of("de", "AT"));
        assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Profil");
        assertThat(database.text("SELECT edited::text FROM person")).isEqualTo("{locale}");
    }

    @Test
    @DisplayName("LS-09 The account's menu offers each language by its own name")
    void offered() {
        TestScreen.open(application, mira, ProfileView.class);
        UI.getCurrent().navigate(ProfileView.class);
        MenuItem language = LocatorJ._get(MenuBar.class, spec -> spec.withId("account-menu"))
                .getItems()
                .getFirst()
                .getSubMenu()
                .getItems()
                .stream()
                .filter(item -> item.getId().orElse("").equals("language"))
                .findFirst()
                .orElseThrow();

        assertThat(language.getSubMenu().getItems().stream().map(TestScreen::text))
                .containsExactly("English", "Deutsch", "العربية");
        assertThat(language.getSubMenu().getItems().stream().map(MenuItem::isChecked))
                .containsExactly(true, false, false);
    }

    @Test
    @DisplayName("LS-01 The sign-in page speaks German")
    void signIn() {
        TestScreen.open(application, mira, SignInView.class);
        SignedInAs.nobody();
        UI.getCurrent().setLocale(Locale.of("de", "CH"));
        UI.getCurrent().navigate(SignInView.class);

        assertThat(text(LocatorJ._get(SignInView.class)))
                .contains("Anmelden", "E-Mail", "Passwort", "Passwort vergessen", "Noch kein Konto?");
    }
}
