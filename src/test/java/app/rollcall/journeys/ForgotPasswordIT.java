package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("LS-01 Forgot Password")
class ForgotPasswordIT {

    /** A learner of the trial whom no other journey signs in as. */
    private static final String DARIA = "daria.kowalczyk@example.org";

    private static final String CHOSEN = "seventeen violet lanterns";

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName(
            "LS-01 TI-16 from the sign-in page by the mailed link to a new password; the old one is dead, and so is the link")
    void there_and_back() {
        Page admin = CHROME.person().newPage();
        admin.navigate(APP.at(Visit.SIGN_IN));
        Visit.oneOfTheTrial(admin, Visit.ANA).click();
        admin.waitForURL("**/" + Visit.LEARNERS);
        admin.navigate(APP.at("outbox"));
        assertThat(admin.locator(".outbox-page")).isVisible();

        BrowserContext elsewhere = CHROME.person();
        Page other = elsewhere.newPage();
        signIn(other, Visit.PASSWORD);
        other.waitForURL("**/" + Visit.MY_LEARNING);

        Page page = CHROME.person().newPage();
        ask(page, DARIA);

        Locator mail = admin.locator("#outbox [data-mail][data-to='" + DARIA + "'][data-kind=reset_password]")
                .first();
        assertThat(mail).isVisible();
        String link = mail.locator("a[data-link]").getAttribute("href");

        page.navigate(link);
        assertThat(page.locator("#password")).isVisible();
        assertThat(page).hasURL(APP.at("new_password"));
        page.locator("#password").fill("password password");
        page.locator("form:has(#password) [type=submit]").click();
        assertThat(page.locator("main [role=alert]")).isVisible();
        page.locator("#password").fill(CHOSEN);
        page.locator("form:has(#password) [type=submit]").click();
        page.waitForURL("**/" + Visit.SIGN_IN + "?new_password**");

        other.reload();
        assertThat(other.locator("#email")).isVisible();
        signIn(page, Visit.PASSWORD);
        assertThat(page.locator("main [role=alert]")).isVisible();
        signIn(page, CHOSEN);
        page.waitForURL("**/" + Visit.MY_LEARNING);

        Page again = CHROME.person().newPage();
        again.navigate(link);
        assertThat(again.locator("main [role=alert]")).isVisible();
        assertThat(again.locator("#password")).hasCount(0);
    }

    @Test
    @DisplayName("LS-01 for an address that nobody has the page says the same")
    void unknown_address() {
        Page known = CHROME.person().newPage();
        ask(known, Visit.AMARA);
        Page unknown = CHROME.person().newPage();
        ask(unknown, "nobody.at.all@example.org");

        assertThat(unknown.locator("main").innerText())
                .isEqualTo(known.locator("main").innerText());
    }

    private static void ask(Page page, String email) {
        page.navigate(APP.at(Visit.SIGN_IN));
        page.locator("#forgot-password").click();
        page.waitForURL("**/forgot_password");
        page.locator("#email").fill(email);
        page.locator("form:has(#email) [type=submit]").click();
        page.waitForURL("**/forgot_password?asked**");
        assertThat(page.locator("main [role=alert]")).isVisible();
    }

    private static void signIn(Page page, String password) {
        page.navigate(APP.at(Visit.SIGN_IN));
        page.locator("#email").fill(DARIA);
        page.locator("#password").fill(password);
        page.locator("form:has(#email) [type=submit]").click();
    }
}
