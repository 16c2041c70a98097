package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("LS-09 The language of a screen")
class LanguageIT {

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName(
            "LS-09 a language chosen in the account's menu holds at once; one from right to left turns the page round")
    void chosen_in_the_menu() {
        Page page = Visit.directory(APP, CHROME.person(), Visit.ANA);

        choose(page, "de");
        assertThat(page.locator("html[lang^=de][dir=ltr]")).hasCount(1);
        assertThat(page.locator("h1")).hasText("Lernende");

        choose(page, "ar");
        assertThat(page.locator("html[lang^=ar][dir=rtl]")).hasCount(1);
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        assertThat(left(page, ".drawer")).isGreaterThan(left(page, "h1"));
        assertThat(left(page, ".head .right")).isLessThan(left(page, "h1"));

        choose(page, "en");
        assertThat(page.locator("html[lang^=en][dir=ltr]")).hasCount(1);
        assertThat(left(page, ".drawer")).isLessThan(left(page, "h1"));
    }

    private static void choose(Page page, String language) {
        page.locator("#account-menu vaadin-menu-bar-button").first().click();
        page.locator("#language").click();
        page.locator("#language-" + language).click();
    }

    /** How far from the left the first of these begins. */
    private static double left(Page page, String selector) {
        return page.locator(selector).first().boundingBox().x;
    }
}
