package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Path;

/** The list of people to invite that is open in a page: in the dialog of the directory, or as a page of its own. */
record Inviting(Page page) {

    private static final double A_MINUTE = 60_000;

    /** Opens the dialog and brings it to where the rows of a file are checked. */
    static Inviting review(Page page, Path file) {
        Inviting inviting = open(page);
        inviting.choose(file);
        inviting.validate();
        return inviting;
    }

    static Inviting open(Page page) {
        page.locator("#invite").click();
        assertThat(page.locator("#choose-file")).isVisible();
        return new Inviting(page);
    }

    /** Invites one person by hand, from the directory that is open, which is there again afterwards. */
    static void byHand(Page page, String email) {
        Inviting inviting = open(page);
        page.locator("#email input").fill(email);
        page.locator("#add-to-list").click();
        inviting.validate();
        inviting.confirm().click();
        assertThat(page.locator("#done")).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE));
        page.locator("#done").click();
        assertThat(page.locator("#import")).hasCount(0);
    }

    /** Begins a list at an address of its own, for a person who is signed in. */
    static Inviting asPage(Page page, OneApp app) {
        page.navigate(app.at(Visit.LEARNERS + "/imports/new"));
        assertThat(page.locator("#choose-file")).isVisible();
        return new Inviting(page);
    }

    /** Gives it a file by the system's file chooser, and waits until its rows are in the list. */
    void choose(Path file) {
        page.waitForFileChooser(() -> page.locator("#choose-file").click()).setFiles(file);
        assertThat(page.locator("#validate")).isEnabled(new IsEnabledOptions().setTimeout(A_MINUTE));
        assertThat(page.locator("#staged-rows")).isVisible();
    }

    /** Has the list checked, and waits until the outcome is there. */
    void validate() {
        page.locator("#validate").click();
        awaitCheck();
    }

    void awaitCheck() {
        assertThat(page.locator("#groups")).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE));
    }

    /** Goes back from the check and throws the list away. */
    void discard() {
        page.locator("#back").click();
        page.locator("#cancel").click();
        page.locator("#discard-dialog > vaadin-button[slot=confirm-button]").click();
        assertThat(page.locator("#import")).hasCount(0);
    }

    Locator figure(String id) {
        return page.locator("#import [data-figure=" + id + "]");
    }

    Locator confirm() {
        return page.locator("#confirm-import");
    }

    /** Leaves out what is wrong instead of waiting for it to be mended (OM-50, rule C4). */
    void skipRowsWithErrors() {
        page.locator("#on-error [data-value=skip_rows]").click();
    }
}
