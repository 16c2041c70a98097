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

    @BeforeEach
    void open() {
        database.reset();
        Actor mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.run(
                "INSERT INTO credential (person_id, password_hash) VALUES (?, ?)",
                mira.id().value(),
                encoder.encode(CURRENT));
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

    private static void change(String current, String chosen) {
        LocatorJ._setValue(field("current-password"), current);
        LocatorJ._setValue(field("new-password"), chosen);
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("change-password")));
    }

    private static PasswordField field(String id) {
        return LocatorJ._get(PasswordField.class, spec -> spec.withId(id));
    }
}
