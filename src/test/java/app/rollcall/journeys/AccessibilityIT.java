package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Everybody can use it: axe finds nothing on any screen, in light and in dark")
class AccessibilityIT {

    /** A learner of the trial, with courses, who has a record. */
    private static final String LEARNER = "elif.yildiz";

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName("at a desk")
    void desk() {
        everything(1440, 900, "desk", Visit.AMARA);
    }

    @Test
    @DisplayName("on a phone")
    void phone() {
        everything(390, 844, "phone", Visit.ANA);
    }

    /**
     * Every screen of the app, and what it opens.
     *
     * @param forgetful asks for a new password; nobody else does, so that their one mail is the newest
     */
    private static void everything(int width, int height, String where, String forgetful) {
        Inspection inspection = new Inspection(APP);
        Page stranger = CHROME.person(width, height).newPage();
        strangers(inspection, stranger);
        Page mira = Visit.directory(APP, CHROME.person(width, height), Visit.MIRA);
        directory(inspection, mira);
        dialogs(inspection, mira);
        screens(inspection, mira);
        anImport(inspection, mira);
        links(inspection, mira, stranger, where + ".seen@example.org", forgetful);
        Page amara = CHROME.person(width, height).newPage();
        amara.navigate(APP.at(Visit.SIGN_IN));
        Visit.oneOfTheTrial(amara, Visit.AMARA).click();
        inspection.arrived(amara, "my_learning", ".learning-cards .cbody");
        inspection.look(amara, "my_learning");
        inspection.end();
    }

    private static void strangers(Inspection inspection, Page page) {
        inspection.open(page, "sign_in", "sign_in", "#email");
        inspection.open(page, "sign_in", "sign_in?error", "main [role=alert]");
        inspection.open(page, "forgot_password", "forgot_password", "#email");
        inspection.open(page, "set_up", "set_up", "main [role=alert]");
        inspection.open(page, "new_password", "new_password", "main [role=alert]");
        inspection.open(page, "invitation", "invitation/nothing-of-ours", "#way-on");
    }

    private static void directory(Inspection inspection, Page page) {
        inspection.look(page, "the directory");
        inspection.follow(page, Visit.LEARNERS, Visit.LEARNERS + "?status=pending", "#pending-panel [data-pending]");
        inspection.follow(page, Visit.LEARNERS, Visit.LEARNERS + "?search=nobody+is+called+so", "#clear_search");
        inspection.pass(page, Visit.LEARNERS, Visit.LEARNERS + "?search=" + LEARNER, "#learners [data-learner]");
        String record = Visit.LEARNERS + "/"
                + page.locator("#learners [data-learner]").first().getAttribute("data-learner");
        String route = Visit.LEARNERS + "/:learner";
        inspection.follow(page, route, record, "#learner-courses [data-course]");
        inspection.follow(page, route, record + "?tab=products", "#learner-products [data-product], .empty-state");
        inspection.follow(page, route, record + "?tab=history", "#history-panel li");
    }

    private static void screens(Inspection inspection, Page page) {
        inspection.follow(page, "learning/courses", "learning/courses", "#courses [data-course]");
        String course = page.locator("#courses [data-course] a").first().getAttribute("href");
        inspection.follow(page, "learning/courses/:course", course, "#course-learners [data-learner]");
        inspection.follow(page, "jobs", "jobs", "#job-filter");
        inspection.follow(page, "my_learning", "my_learning", ".page.learning .learning-cards");
        inspection.follow(page, "profile", "profile", "#change-password");
        inspection.follow(page, "settings/categories", "settings/categories", "vaadin-grid .chip");
        inspection.follow(page, "settings/mail", "settings/mail", ".mail-settings");
        inspection.follow(page, "outbox", "outbox", ".outbox-page");
        inspection.follow(page, "settings/api-clients", "settings/api-clients", "#api-document");
        page.locator("#new-client").click();
        assertThat(page.locator("#client-name input")).isVisible();
        inspection.look(page, "the form for a new API client", "#client-dialog");
        page.keyboard().press("Escape");
    }

    /** The list of people to invite in its three states, and what it opens. */
    private static void dialogs(Inspection inspection, Page page) {
        inspection.pass(page, "", "", "#learners [data-learner]");
        Inviting inviting = Inviting.open(page);
        inspection.look(page, "the invite dialog, nobody in the list");

        page.locator("#select-items").click();
        assertThat(page.locator("#pickable [data-item]").first()).isVisible();
        inspection.look(page, "the picker of courses and products", "#item-picker");
        page.locator("#picker-cancel").click();
        page.locator("#paste").click();
        assertThat(page.locator("#pasted")).isVisible();
        inspection.look(page, "the place to paste cells", "#paste-dialog");
        page.locator("#paste-cancel").click();
        page.locator("#format-guide").click();
        assertThat(page.locator("#guide-close")).isVisible();
        inspection.look(page, "the format guide", "#guide");
        page.locator("#guide-close").click();

        inviting.choose(ImportFile.SAMPLE);
        inspection.look(page, "the invite dialog, with rows");
        inviting.validate();
        assertThat(page.locator("#groups [data-row]").first()).isVisible();
        inspection.look(page, "the invite dialog, checked");
        inviting.discard();
    }

    /** The same list as a page of its own. */
    private static void anImport(Inspection inspection, Page page) {
        String imports = Visit.LEARNERS + "/imports";
        inspection.follow(page, imports + "/new", imports + "/new", "#choose-file");
        new Inviting(page).choose(ImportFile.SAMPLE);
        page.waitForURL(Pattern.compile("/imports/\\d+"));
        inspection.open(page, imports, page.url().substring(APP.at("").length()), "#staged-rows");
    }

    /** What is behind the links that are mailed: an account to open, somebody else's account, a password to choose. */
    private static void links(Inspection inspection, Page mira, Page stranger, String email, String forgetful) {
        mira.navigate(APP.at(Visit.LEARNERS));
        Inviting.byHand(mira, email);
        String invitation = Outbox.link(mira, APP, email, "invitation");
        inspection.open(stranger, "invitation", invitation, "#first_name");
        inspection.open(mira, "invitation", invitation, "#switch");

        stranger.navigate(APP.at("forgot_password"));
        stranger.locator("#email").fill(forgetful);
        stranger.locator("form:has(#email) [type=submit]").click();
        stranger.waitForURL("**/forgot_password?asked**");
        inspection.arrived(stranger, "forgot_password", "main [role=alert]");
        inspection.look(stranger, "forgot_password, asked");
        inspection.open(stranger, "new_password", Outbox.link(mira, APP, forgetful, "reset_password"), "#password");
    }
}
