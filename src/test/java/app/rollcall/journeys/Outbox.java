package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;

/** The mail that the trial catches instead of sending. */
final class Outbox {

    private static final double A_MINUTE = 60_000;

    private Outbox() {}

    /** The path of the link in the newest mail of a kind to somebody, once that is there. The page goes to the outbox for it. */
    static String link(Page admin, OneApp app, String email, String kind) {
        admin.navigate(app.at("outbox"));
        Locator mail = admin.locator("#outbox [data-mail][data-to='" + email + "'][data-kind=" + kind + "]");
        assertThat(mail.first()).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE));
        String link = mail.first().locator("a[data-link]").first().getAttribute("href");
        // Whatever port the trial thinks it has, the browser knows where it is.
        return link.replaceFirst("^\\w+://[^/]+/", "");
    }
}
