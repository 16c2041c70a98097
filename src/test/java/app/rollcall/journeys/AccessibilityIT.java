package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    @DisplayName("on the sign-in page after a wrong password, on a phone")
    void sign_in_on_a_phone() {
        Page page = CHROME.person(390, 844).newPage();
        page.navigate(APP.at(Visit.SIGN_IN + "?error"));
        assertThat(page.locator("main [role=alert]")).isVisible();

        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    @DisplayName("in the directory")
    void directory() {
        assertThat(Axe.violations(Visit.directory(APP, CHROME.person(), Visit.MIRA)))
                .isEmpty();
    }

    @Test
    @DisplayName("among the pending, with what waits to be sent")
    void pending() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.MIRA, "status=pending");
        assertThat(page.locator("#pending-panel [data-pending]").first()).isVisible();
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    @DisplayName("behind an invitation's link that does not work")
    void dead_invitation() {
        Page page = CHROME.person().newPage();
        page.navigate(APP.at("invitation/nothing-of-ours"));
        assertThat(page.locator("#way-on")).isVisible();
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    @DisplayName("in the directory on a phone")
    void directory_on_a_phone() {
        assertThat(Axe.violations(Visit.directory(APP, CHROME.person(390, 844), Visit.MIRA)))
                .isEmpty();
    }

    @Test
    @DisplayName("in the invite dialog: nobody in the list, a list with rows, one that is checked")
    void invite_dialog() {
        aList(Visit.directory(APP, CHROME.person(), Visit.MIRA));
    }

    @Test
    @DisplayName("in the invite dialog on a phone")
    void invite_dialog_on_a_phone() {
        aList(Visit.directory(APP, CHROME.person(390, 844), Visit.MIRA));
    }

    private static void aList(Page page) {
        Inviting inviting = Inviting.open(page);
        assertThat(Axe.violations(page)).as("nobody in the list").isEmpty();

        inviting.choose(ImportFile.SAMPLE);
        assertThat(Axe.violations(page)).as("with rows").isEmpty();

        inviting.validate();
        assertThat(page.locator("#groups [data-row]").first()).isVisible();
        assertThat(Axe.violations(page)).as("checked").isEmpty();
        inviting.discard();
    }

    @Test
    @DisplayName(
            "in what the invite dialog opens: courses and products to choose, a place to paste cells, the format guide")
    void over_the_invite_dialog() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        Inviting.open(page);
        page.locator("#select-items").click();
        assertThat(page.locator("#pickable [data-item]").first()).isVisible();
        assertThat(Axe.violations(page, "#item-picker")).as("the picker").isEmpty();
        page.locator("#picker-cancel").click();

        page.locator("#paste").click();
        assertThat(page.locator("#pasted")).isVisible();
        assertThat(Axe.violations(page, "#paste-dialog"))
                .as("the place to paste")
                .isEmpty();
        page.locator("#paste-cancel").click();

        page.locator("#format-guide").click();
        assertThat(page.locator("#guide-close")).isVisible();
        assertThat(Axe.violations(page, "#guide")).as("the format guide").isEmpty();
    }

    @Test
    @DisplayName("in the list of courses")
    void courses() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        page.navigate(APP.at("learning/courses"));
        assertThat(page.locator("#courses [data-course]").first()).isVisible();
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    @DisplayName("on the screen of API clients, and in the form for a new one")
    void api_clients() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        page.navigate(APP.at("settings/api-clients"));
        assertThat(page.locator("#api-document")).isVisible();
        assertThat(Axe.violations(page)).as("the screen").isEmpty();

        page.locator("#new-client").click();
        assertThat(page.locator("#client-name input")).isVisible();
        assertThat(Axe.violations(page, "#client-dialog")).as("the form").isEmpty();
    }
}
