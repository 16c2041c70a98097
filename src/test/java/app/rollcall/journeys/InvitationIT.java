package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("LS-02 An invitation, from the admin who sends it to the person who accepts it")
class InvitationIT {

    private static final double A_MINUTE = 60_000;
    private static final String PASSWORD = "seven quiet lanterns by the sea";

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName(
            "LS-02 LV-02 OM-45 invited by hand, opened and accepted in a second browser, seen by the first as it happens")
    void invited_by_hand_and_accepted() {
        String email = "beatriz.invited@example.org";
        Page mira = invite(email);
        Page outbox = mira.context().newPage();
        String link = link(outbox, email);
        assertThat(row(mira, email).locator(".st")).containsText("sent");

        Page beatriz = CHROME.person().newPage();
        beatriz.navigate(link);
        assertThat(beatriz.locator("#first_name")).isVisible();
        assertThat(beatriz.url()).isEqualTo(APP.at("invitation"));
        assertThat(beatriz.content()).doesNotContain(token(link));
        assertThat(row(mira, email).locator(".st")).containsText("Accepting now");

        beatriz.locator("#first_name").fill("Beatriz");
        beatriz.locator("#last_name").fill("Invited");
        beatriz.locator("#password").fill(PASSWORD);
        beatriz.locator("#time_zone").selectOption("Europe/Lisbon");
        beatriz.locator("#accept [type=submit]").click();

        beatriz.waitForURL("**/" + Visit.MY_LEARNING);
        assertThat(mira.locator(".notice", new Page.LocatorOptions().setHasText("Beatriz Invited")))
                .isVisible();
        assertThat(row(mira, email).locator(".st")).hasClass(java.util.regex.Pattern.compile("\\bactive\\b"));

        Page again = CHROME.person().newPage();
        again.navigate(link);
        assertThat(again.locator("#way-on")).isVisible();
        assertThat(again.locator("#password")).hasCount(0);
    }

    @Test
    @DisplayName("OM-27 OM-28 LS-02 a removed invitation goes from the list, and its link says that it was taken back")
    void removed() {
        String email = "removed.invited@example.org";
        Page mira = invite(email);
        String link = link(mira.context().newPage(), email);
        Locator row = row(mira, email);
        assertThat(row.locator(".st")).containsText("sent");

        mira.locator("[data-menu-of='" + learner(row) + "']").click();
        assertThat(mira.locator("#resend rc-countdown"))
                .containsText(java.util.regex.Pattern.compile("\\d+:\\d\\d:\\d\\d"));
        mira.locator("#remove-invitation").click();
        mira.locator("#remove-invitation-dialog > vaadin-button[slot=confirm-button]")
                .click();
        assertThat(mira.locator("#clear_search")).isVisible();

        Page late = CHROME.person().newPage();
        late.navigate(link);
        assertThat(late.locator("#way-on")).isVisible();
        assertThat(late.locator("form input[name=password]")).hasCount(0);
    }

    @Test
    @DisplayName("LS-02 who is signed in as somebody else is asked first, and is not mixed up")
    void somebody_else_is_signed_in() {
        String email = "mixed.invited@example.org";
        Page mira = invite(email);
        String link = link(mira.context().newPage(), email);

        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA);
        ana.navigate(link);
        assertThat(ana.locator("#switch")).isVisible();
        ana.locator("#way-on").click();
        ana.waitForURL("**/" + Visit.LEARNERS);
        ana.navigate(link);
        ana.locator("#switch [type=submit]").click();
        assertThat(ana.locator("#first_name")).isVisible();
    }

    /** Invites by hand, and leaves the directory showing whom. */
    private static Page invite(String email) {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        Inviting.byHand(mira, email);
        mira.navigate(APP.at(Visit.LEARNERS + "?search=" + email));
        assertThat(mira.locator("#learners [data-learner]")).hasCount(1);
        return mira;
    }

    private static String link(Page outbox, String email) {
        String path = Outbox.link(outbox, APP, email, "invitation");
        // A page behind another one is not drawn, and nothing on it can be pressed.
        outbox.close();
        return APP.at(path);
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** The one row that the search leaves. */
    private static Locator row(Page page, String email) {
        assertThat(page.locator("#search input")).hasValue(email);
        return page.locator("#learners");
    }

    private static String learner(Locator grid) {
        return grid.locator("[data-learner]").first().getAttribute("data-learner");
    }
}
