package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people of the trial at their browsers. */
final class Visit {

    static final String MIRA = "mira.solberg@example.org";
    static final String ANA = "ana.ruiz@example.org";
    static final String AMARA = "amara.okafor@example.org";
    static final String PASSWORD = "rollcall-trial-2026";

    static final String SIGN_IN = "sign_in";
    static final String LEARNERS = "management/members/learners";
    static final String MY_LEARNING = "my_learning";

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private Visit() {}

    /** The button of the sign-in page that signs this person in by one press. */
    static Locator oneOfTheTrial(Page page, String email) {
        return page.locator("form:has(input[name=email][value='" + email + "']) button[type=submit]");
    }

    /** An admin who has signed in looks at the directory's rows. */
    static Page directory(OneApp app, BrowserContext person, String email) {
        return directory(app.get(), person, email);
    }

    /** The same in an app of the test's own, in trial mode. */
    static Page directory(RunningApp app, BrowserContext person, String email) {
        signIn(app, person, email);
        Page page = person.newPage();
        page.navigate(app.url() + "/" + LEARNERS);
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        return page;
    }

    /** As {@link #directory(OneApp, BrowserContext, String)}, with what a query of the address asks for. */
    static Page directory(OneApp app, BrowserContext person, String email, String query) {
        signIn(app.get(), person, email);
        Page page = person.newPage();
        page.navigate(app.at(LEARNERS + "?" + query));
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        return page;
    }

    /** Posts what the form of the sign-in page would, without drawing it: that is a journey of its own. */
    private static void signIn(RunningApp app, BrowserContext person, String email) {
        String page = app.url() + "/" + SIGN_IN;
        Matcher token = TOKEN.matcher(person.request().get(page).text());
        assertThat(token.find()).isTrue();
        APIResponse answer = person.request()
                .post(
                        page,
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set("email", email)
                                        .set("password", PASSWORD)
                                        .set("_csrf", token.group(1))));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location")).doesNotContain(SIGN_IN);
    }
}
