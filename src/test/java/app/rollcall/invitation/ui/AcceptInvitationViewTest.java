package app.rollcall.invitation.ui;

import static app.rollcall.ui.TestScreen.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.invitation.InvitedPeople;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.security.ui.LinkSession;
import app.rollcall.security.ui.SignedInAs;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class AcceptInvitationViewTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    private final OneTimeToken token = OneTimeToken.mint();
    private Actor mira;
    private PersonId bea;

    @BeforeEach
    void anInvitation() {
        database.reset();
        database.run("INSERT INTO organisation (name) VALUES ('Meridian Academy')");
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        bea = InvitedPeople.written(database, "bea@example.org", token);
        database.run("UPDATE person SET first_name = 'Bea', time_zone = 'Europe/Lisbon' WHERE id = ?", bea.value());
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName(
            "LS-02 The page says who invites whom, knows what the import knew, and takes name, password, language and zone")
    void form() {
        open(true);

        assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("Join Meridian Academy");
        String page = html();
        assertThat(page)
                .contains(
                        "bea@example.org",
                        "name=\"first_name\"",
                        "value=\"Bea\"",
                        "name=\"password\"",
                        "name=\"locale\"")
                .contains("value=\"Europe/Lisbon\" selected")
                .contains("name=\"_csrf\"")
                .doesNotContain(token.text());
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("opened");
    }

    @Test
    @DisplayName("What was typed and not right stands there again, with the sentence that says what was wrong")
    void typedAgain() {
        TestScreen.open(application, mira, AcceptInvitationView.class);
        SignedInAs.nobody();
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        AcceptPaths.KEPT.keep(request, token);
        AcceptPaths.KEPT.keepTyped(
                request, new LinkSession.Typed(Map.of(AcceptPaths.FIRST_NAME, "Béa"), "invitation.problem.password"));
        UI.getCurrent().navigate(AcceptInvitationView.class);
        assertThat(html()).contains("value=\"Béa\"", "15 to 128 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, Accepted already",
        "expired, The link has expired",
        "revoked, The invitation was taken back",
        "superseded, There is a newer invitation"
    })
    @DisplayName("LS-02 A dead link says why, with a way on, and no form")
    void dead(String state, String heading) {
        database.run("UPDATE invitation SET state = ?", state);
        open(true);
        assertThat(LocatorJ._get(H1.class).getText()).isEqualTo(heading);
        assertThat(html()).contains("way-on").doesNotContain("<form").doesNotContain("bea@example.org");
    }

    @Test
    @DisplayName("LS-02 Without a link the page says how to come by it")
    void noLink() {
        TestScreen.open(application, mira, AcceptInvitationView.class);
        SignedInAs.nobody();
        UI.getCurrent().navigate(AcceptInvitationView.class);
        assertThat(LocatorJ._get(H1.class).getText()).isEqualTo("This link does not work");
    }

    @Test
    @DisplayName("LS-02 Who is signed in as somebody else is asked in whose name, and nothing is accepted before")
    void somebodyElse() {
        open(false);
        assertThat(text(LocatorJ._get(AcceptInvitationView.class)))
                .contains("Who are you?", "Mira Solberg is signed in here", "Stay signed in as Mira Solberg");
        assertThat(html()).contains("action=\"invitation/switch\"").doesNotContain("name=\"password\"");
    }

    private void open(boolean nobody) {
        TestScreen.open(application, mira, AcceptInvitationView.class);
        if (nobody) {
            SignedInAs.nobody();
        }
        AcceptPaths.KEPT.keep(VaadinServletRequest.getCurrent().getHttpServletRequest(), token);
        UI.getCurrent().navigate(AcceptInvitationView.class);
    }

    private static String html() {
        return LocatorJ._get(AcceptInvitationView.class).getElement().getOuterHTML();
    }
}
