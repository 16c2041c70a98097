package app.rollcall.security.ui;

import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

@RollcallTest
class ProfileViewTest {

    private static final String CURRENT = "correct horse battery staple";
    private static final String CHOSEN = "seventeen violet lanterns";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder encoder;

    private Actor mira;

    @BeforeEach
    void open() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.run(
                "INSERT INTO credential (person_id, password_hash) VALUES (?, ?)",
                mira.id().value(),
                encoder.encode(CURRENT));
        openProfile();
    }

    private void openProfile() {
        TestScreen.open(application, mira, ProfileView.class);
        UI.getCurrent().navigate(ProfileView.class);
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("ASVS 6.2.3 The password is changed by who knows the current one")
    void changed() {
        change(CURRENT, CHOSEN);
        until(() -> assertThat(field("new-password").getValue()).isEmpty());
        assertThat(encoder.matches(CHOSEN, database.text("SELECT password_hash FROM credential")))
                .isTrue();
    }

    @Test
    @DisplayName("What is not right is said at its field, and nothing is changed")
    void refused() {
        change("not my password", CHOSEN);
        until(() -> assertThat(field("current-password").isInvalid()).isTrue());
        change(CURRENT, "too short");
        until(() -> assertThat(field("new-password").isInvalid()).isTrue());
        assertThat(field("new-password").getErrorMessage()).contains("15");
        assertThat(encoder.matches(CURRENT, database.text("SELECT password_hash FROM credential")))
                .isTrue();
    }

    @Test
    @DisplayName("LS-09 One says where one is, in one's own words, and takes it back")
    void location() {
        assertThat(location("  Lyon,\n France ").getValue()).isEqualTo("Lyon, France");
        assertThat(said()).isEqualTo("Lyon, France");
        close();
        openProfile();
        until(() -> assertThat(LocatorJ._get(TextField.class).getValue()).isEqualTo("Lyon, France"));
        assertThat(location(" ").getValue()).isEmpty();
        assertThat(said()).isEqualTo("null");
    }

    @Test
    @DisplayName("LS-09 A location that is too long is refused at its field, and what was typed stays")
    void tooLong() {
        TextField field = LocatorJ._get(TextField.class);
        field.setMaxLength(1_000);
        LocatorJ._setValue(field, "x".repeat(101));
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("save-location")));
        assertThat(field.getErrorMessage()).isEqualTo("At most 100 characters.");
        assertThat(field.getValue()).hasSize(101);
        assertThat(said()).isEqualTo("null");
    }

    private TextField location(String text) {
        TextField field = LocatorJ._get(TextField.class);
        LocatorJ._setValue(field, text, true);
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("save-location")));
        until(() -> assertThat(field.getValue()).isNotEqualTo(text));
        return field;
    }

    private String said() {
        return database.text("SELECT location FROM person");
    }

    private static void change(String current, String chosen) {
        LocatorJ._setValue(field("current-password"), current);
        LocatorJ._setValue(field("new-password"), chosen);
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("change-password")));
    }

    private static PasswordField field(String id) {
        return LocatorJ._get(PasswordField.class, spec -> spec.withId(id));
    }
}
