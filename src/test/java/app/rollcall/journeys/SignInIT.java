package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("LS-01 Signing in")
class SignInIT {

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName("LS-01 the trial's page shows who there is, and one press signs in")
    void one_press_signs_in() {
        Page page = CHROME.person().newPage();
        page.navigate(APP.at(Visit.SIGN_IN));
        assertThat(Visit.oneOfTheTrial(page, Visit.ANA)).isVisible();

        Visit.oneOfTheTrial(page, Visit.MIRA).click();

        page.waitForURL("**/" + Visit.LEARNERS);
        assertThat(page.locator(".me")).containsText("Mira Solberg");
    }

    @Test
    @DisplayName("LS-01 a wrong password gives one sentence, and the address stays")
    void a_wrong_password_keeps_the_address() {
        Page page = CHROME.person().newPage();
        page.navigate(APP.at(Visit.SIGN_IN));

        signIn(page, Visit.MIRA, "not the password");

        assertThat(page.locator("main [role=alert]")).hasCount(1);
        assertThat(page.locator("#email")).hasValue(Visit.MIRA);
        assertThat(page.locator("#password")).hasValue("");
        assertThat(page.locator("#password")).isFocused();

        signIn(page, Visit.MIRA, Visit.PASSWORD);
        page.waitForURL("**/" + Visit.LEARNERS);
    }

    @Test
    @DisplayName("LS-01 who signs out by the account's menu is out, in every tab")
    void sign_out_is_for_every_tab() {
        BrowserContext person = CHROME.person();
        Page page = Visit.directory(APP, person, Visit.MIRA);

        page.locator("#account-menu vaadin-menu-bar-button").first().click();
        page.locator("#sign-out").click();

        page.waitForURL("**/" + Visit.SIGN_IN + "?signed_out**");
        assertThat(page.locator("main [role=alert]")).isVisible();
        Page other = person.newPage();
        other.navigate(APP.at(Visit.LEARNERS));
        assertThat(other.locator("#email")).isVisible();
    }

    @Test
    @DisplayName("LS-01 a link into the app leads where it says, after signing in")
    void a_deep_link_returns() {
        Page page = CHROME.person().newPage();
        String link = APP.at(Visit.LEARNERS + "?search=gabriel&status=active");
        page.navigate(link);
        assertThat(page.locator("#email")).isVisible();

        signIn(page, Visit.MIRA, Visit.PASSWORD);

        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        assertThat(page).hasURL(link);
        assertThat(page.locator("#search input")).hasValue("gabriel");
    }

    @Test
    @DisplayName("RL a learner starts at My Learning, and is refused the management")
    void a_learner_does_not_see_the_directory() {
        Page page = CHROME.person().newPage();
        page.navigate(APP.at(Visit.SIGN_IN));
        Visit.oneOfTheTrial(page, Visit.AMARA).click();
        page.waitForURL("**/" + Visit.MY_LEARNING);

        page.navigate(APP.at(Visit.LEARNERS));

        assertThat(page.locator("body")).containsText("management/members/learners");
        assertThat(page.locator("#learners, [data-learner], #invite")).hasCount(0);
    }

    @Test
    @DisplayName("every answer tells the browser what it may do, and no script reads the session's cookie")
    void headers_and_cookies() {
        BrowserContext person = CHROME.person();
        Page page = person.newPage();
        Response answer = page.navigate(APP.at(Visit.SIGN_IN));

        Map<String, String> headers = answer.allHeaders();
        assertThat(headers)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cross-origin-opener-policy", "same-origin");
        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(headers.get("cache-control")).contains("no-store");

        String before = session(person).value;
        Visit.oneOfTheTrial(page, Visit.MIRA).click();
        page.waitForURL("**/" + Visit.LEARNERS);
        Cookie after = session(person);
        assertThat(after.value).as("the session's number changes on signing in").isNotEqualTo(before);
        assertThat(after.httpOnly).isTrue();
        assertThat(after.sameSite).isEqualTo(SameSiteAttribute.LAX);
    }

    private static Cookie session(BrowserContext person) {
        return person.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    private static void signIn(Page page, String email, String password) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("form:has(#email) [type=submit]").click();
    }
}
