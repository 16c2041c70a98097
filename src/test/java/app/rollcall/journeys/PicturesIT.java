package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Renews the pictures of the README: {@code ./mvnw -Ppictures verify}. Nothing is proved by it. */
@EnabledIfSystemProperty(named = "rollcall.pictures", matches = "true")
class PicturesIT {

    private static final Path FOLDER = Path.of("src", "site", "resources");
    private static final int ROWS = 30_000;

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    void of_the_sign_in_page() {
        Page page = CHROME.person().newPage();
        page.navigate(APP.at(Visit.SIGN_IN));
        assertThat(Visit.oneOfTheTrial(page, Visit.MIRA)).isVisible();
        picture(page, "sign-in");
    }

    @Test
    void of_the_directory_and_of_an_import() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        picture(mira, "directory-light");
        mira.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        // Drawn anew, or the picture shows colours on their way from light to dark.
        mira.reload();
        assertThat(mira.locator("#learners")).containsText("Amara Okafor");
        picture(mira, "directory-dark");
        mira.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        mira.reload();
        picture(Visit.directory(APP, CHROME.person(390, 844), Visit.MIRA), "directory-phone");
        picture(record(CHROME.person()), "record-light");
        picture(record(CHROME.person(390, 844)), "record-phone");

        BrowserContext anas = CHROME.person();
        Page ana = Visit.directory(APP, anas, Visit.ANA);
        Inviting sample = Inviting.review(mira, ImportFile.SAMPLE);
        assertThat(mira.locator("#groups")).containsText("farid.example.org");
        picture(mira, "import-review");
        sample.discard();

        Inviting large = Inviting.review(mira, ImportFile.of(ROWS, "autumn"));
        large.skipRowsWithErrors();
        JobTrayIn tray = new JobTrayIn(ana);
        tray.watch();
        large.confirm().click();
        tray.awaitPercent(30);
        tray.open();
        picture(ana, "import-running");
        tray.ended(ana.locator("li.job").first().getAttribute("data-job"));
    }

    private static Page record(BrowserContext person) {
        Page page = Visit.directory(APP, person, Visit.MIRA, "search=amara.okafor");
        page.locator("#learners [data-learner] .nm")
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .click();
        assertThat(page.locator("#learner-courses [data-course]").first()).isVisible();
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
