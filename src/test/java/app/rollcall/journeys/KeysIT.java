package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("KB By keyboard alone")
class KeysIT {

    /** The number of the row that has the table's focus; -1 for none. */
    private static final String ROW = """
            () => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) {
                at = at.shadowRoot.activeElement;
              }
              return at?.closest('tr')?.index ?? -1;
            }
            """;

    private static final String MENU = "vaadin-context-menu[opened]";

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName(
            "OM-18 Ctrl K finds a learner, also for who types before it is open, and Enter opens the record; G L leads back")
    void palette() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        page.keyboard().press("Control+k");
        page.keyboard().type("elif.yildiz");
        page.keyboard().press("Enter");
        assertThat(page.locator("#learner-courses [data-course]").first()).isVisible();
        assertThat(page.locator("#palette")).hasCount(0);

        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-field")).isFocused();
        assertThat(page.locator("rc-palette [role=option][aria-selected=true]")).hasCount(1);
        assertThat(Axe.violations(page, "#palette")).as("the palette").isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator("#palette")).hasCount(0);

        page.keyboard().press("g");
        page.keyboard().press("l");
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
    }

    @Test
    @DisplayName(
            "OM-14 OM-18 J and K move through the table, \".\" opens the row's menu, Enter the record; \"?\" shows all keys,"
                    + " and with letters switched off none of them acts")
    void table() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=amara.okafor");
        page.keyboard().press("j");
        await(page, 0);
        page.keyboard().press(".");
        assertThat(page.locator("#pause")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(MENU)).hasCount(0);

        page.keyboard().press("?");
        assertThat(page.locator("#letter-keys")).isVisible();
        assertThat(Axe.violations(page, "#keys-dialog")).as("all keys").isEmpty();
        page.locator("#letter-keys input").click();
        assertThat(page.locator(".keys-part[data-letters=off]")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys-dialog")).hasCount(0);
        page.keyboard().press("?");
        page.keyboard().press(".");

        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-field")).isFocused();
        assertThat(page.locator("#keys-dialog, " + MENU)).hasCount(0);
        page.keyboard().type("all keys");
        page.keyboard().press("Enter");
        page.locator("#letter-keys input").click();
        assertThat(page.locator(".keys-part[data-letters=on]")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys-dialog")).hasCount(0);

        page.navigate(APP.at(Visit.LEARNERS));
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        page.keyboard().press("j");
        await(page, 0);
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        await(page, 1);
        page.keyboard().press("Enter");
        page.waitForURL("**/" + Visit.LEARNERS + "/*");
    }

    private static void await(Page page, int row) {
        page.waitForFunction("row => (" + ROW + ")() === row", row);
    }
}
