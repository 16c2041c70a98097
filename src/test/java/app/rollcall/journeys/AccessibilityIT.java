package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Everybody can use it: axe finds nothing")
class AccessibilityIT {

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName("on the sign-in page")
    void sign_in() {
        Page page = CHROME.person().newPage();
        page.navigate(APP.at(Visit.SIGN_IN));
        assertThat(page.locator("#email")).isVisible();

        assertThat(violations(page)).isEmpty();
    }

    @Test
    @DisplayName("on the sign-in page after a wrong password, on a phone")
    void sign_in_on_a_phone() {
        Page page = CHROME.person(390, 844).newPage();
        page.navigate(APP.at(Visit.SIGN_IN + "?error"));
        assertThat(page.locator("main [role=alert]")).isVisible();

        assertThat(violations(page)).isEmpty();
    }

    @Test
    @DisplayName("in the directory")
    void directory() {
        assertThat(violations(Visit.directory(APP, CHROME.person(), Visit.MIRA)))
                .isEmpty();
    }

    @Test
    @DisplayName("in the directory on a phone")
    void directory_on_a_phone() {
        assertThat(violations(Visit.directory(APP, CHROME.person(390, 844), Visit.MIRA)))
                .isEmpty();
    }

    @Test
    @DisplayName("in the invite dialog, empty and with rows to look at")
    void invite_dialog() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        Inviting inviting = Inviting.open(page);
        assertThat(violations(page)).isEmpty();

        inviting.choose(ImportFile.SAMPLE);
        assertThat(violations(page)).isEmpty();
        page.locator("#discard").click();
        assertThat(page.locator("#refused")).isVisible();
    }

    /** Each with the first element it concerns. */
    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getFailureSummary() + " " + node.getTarget())
                                        .limit(3)
                                        .toList())
                        .toList();
    }
}
