package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Path;

/** The invite dialog in a page of the directory. */
record Inviting(Page page) {

    private static final double A_MINUTE = 60_000;

    /** Opens the dialog and brings it to where the rows of a file are looked at. */
    static Inviting review(Page page, Path file) {
        Inviting inviting = open(page);
        inviting.choose(file);
        return inviting;
    }

    static Inviting open(Page page) {
        page.locator("#invite").click();
        assertThat(page.locator("#choose-file")).isVisible();
        return new Inviting(page);
    }

    /** Gives it a file by the system's file chooser, and waits until its rows are checked. */
    void choose(Path file) {
        page.waitForFileChooser(() -> page.locator("#choose-file").click()).setFiles(file);
        assertThat(page.locator("#staged-rows")).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE));
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
