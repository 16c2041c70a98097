package app.rollcall.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's own Chromium, for the tests of one class: {@code @RegisterExtension static final Chrome chrome = new
 * Chrome();}. Without a browser the class is skipped, or fails where {@code CI} is set.
 */
public final class Chrome implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A busy machine is given time; what takes longer than this is broken. */
    private static final double PATIENCE_MILLISECONDS = 15_000;

    private static final AtomicBoolean MISSED = new AtomicBoolean();

    private final List<BrowserContext> people = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;

    /** Somebody's own browser window on a desk: cookies and storage are nobody else's. Closed after the test. */
    public BrowserContext person() {
        return person(1440, 900);
    }

    /** As {@link #person()}, with a window of this size in pixels. */
    public BrowserContext person(int width, int height) {
        BrowserContext person = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        person.setDefaultTimeout(PATIENCE_MILLISECONDS);
        people.add(person);
        return person;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ChromePlaces places = new ChromePlaces(System::getenv, Files::isExecutable);
        Path chrome = places.find().orElseGet(() -> missing(places));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        // The driver brings no browser and must not look for one.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chrome)
                        .setArgs(FLAGS));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.forEach(BrowserContext::close);
        people.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static Path missing(ChromePlaces places) {
        if (places.mustBeThere()) {
            throw new IllegalStateException(
                    "No Chromium was found, and CI is set: install one (apt-get install chromium) or name it in "
                            + ChromePlaces.NAMED + ".");
        }
        String line = "No Chromium was found: the browser tests are skipped. Install one, or name it in "
                + ChromePlaces.NAMED + ".";
        if (MISSED.compareAndSet(false, true)) {
            System.out.println(line);
        }
        return Assumptions.abort(line);
    }
}
