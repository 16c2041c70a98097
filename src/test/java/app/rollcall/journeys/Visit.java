package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The people of the trial at their browsers. */
final class Visit {

    static final String MIRA = "mira.solberg@example.org";
    static final String ANA = "ana.ruiz@example.org";
    static final String AMARA = "amara.okafor@example.org";
    static final String PASSWORD = "rollcall-trial-2026";

    static final String SIGN_IN = "sign_in";
    static final String LEARNERS = "management/members/learners";
    static final String MY_LEARNING = "my_learning";

    private Visit() {}

    /** The button of the sign-in page that signs this person in by one press. */
    static Locator oneOfTheTrial(Page page, String email) {
        return page.locator("form:has(input[name=email][value='" + email + "']) button[type=submit]");
    }

    /** Signs an admin in by one press and waits for the directory's rows. */
    static Page directory(OneApp app, BrowserContext person, String email) {
        return directory(app.get(), person, email);
    }

    /** The same in an app of the test's own, in trial mode. */
    static Page directory(RunningApp app, BrowserContext person, String email) {
        Page page = person.newPage();
        page.navigate(app.url() + "/" + SIGN_IN);
        oneOfTheTrial(page, email).click();
        page.waitForURL("**/" + LEARNERS);
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        return page;
    }

    /** As {@link #directory(OneApp, BrowserContext, String)}, then shows what a query of the address asks for. */
    static Page directory(OneApp app, BrowserContext person, String email, String query) {
        Page page = directory(app, person, email);
        page.navigate(app.at(LEARNERS + "?" + query));
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        return page;
    }
}
