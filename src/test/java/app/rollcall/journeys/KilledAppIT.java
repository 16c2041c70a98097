package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.TestServer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("LV-03 An import whose app is killed")
class KilledAppIT {

    private static final int ROWS = 20_000;
    private static final int BAD_ROWS = ROWS / 1_000;

    @RegisterExtension
    static final Chrome CHROME = new Chrome();

    @Test
    @DisplayName(
            "LV-03 OM-54 two admins watch, the first one's browser closes, the app is killed with -9 and started again: result and tray are right")
    void startedAgain() throws Exception {
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target")).toAbsolutePath(), "killed-");
        try {
            String job = killedInTheMiddle(data);
            try (RunningApp again = app(data)) {
                Page mira = Visit.directory(again, CHROME.person(), Visit.MIRA);
                Page ana = Visit.directory(again, CHROME.person(), Visit.ANA);
                JobTrayIn miras = new JobTrayIn(mira);
                JobTrayIn anas = new JobTrayIn(ana);
                miras.open();
                anas.open();
                String numbers = miras.ended(job);
                assertThat(numbers).contains("%,d of %,d rows".formatted(ROWS, ROWS), Integer.toString(BAD_ROWS));
                assertThat(anas.ended(job)).isEqualTo(numbers);

                miras.job(job).locator("vaadin-button.title").click();
                mira.waitForURL("**/imports/" + job);
                assertThat(mira.locator("#result")).isVisible();
                assertThat(new Inviting(mira).figure("total")).hasText("%,d".formatted(ROWS));
                assertThat(new Inviting(mira).figure("invited")).hasText("%,d".formatted(ROWS - BAD_ROWS));
                assertThat(new Inviting(mira).figure("failed")).hasText(Integer.toString(BAD_ROWS));
            }
        } finally {
            LeftDatabase.stop(data);
        }
    }

    /** Gives the job. The bar of who watches it may not be full when the app ends. */
    private static String killedInTheMiddle(Path data) {
        try (RunningApp app = app(data)) {
            BrowserContext office = CHROME.person();
            Page mira = Visit.directory(app, office, Visit.MIRA);
            Page ana = Visit.directory(app, CHROME.person(), Visit.ANA);
            JobTrayIn anas = new JobTrayIn(ana);
            Inviting inviting = Inviting.review(
                    mira, ImportFile.of(ROWS, "killed" + ProcessHandle.current().pid()));
            inviting.skipRowsWithErrors();
            anas.watch();
            inviting.confirm().click();
            assertThat(mira.locator("#percent")).isVisible();
            anas.awaitPercent(10);
            office.close();
            anas.awaitPercent(20);
            anas.open();
            String job = ana.locator("li.job").first().getAttribute("data-job");
            app.kill();
            assertThat(anas.percents())
                    .isSorted()
                    .last()
                    .satisfies(percent -> assertThat(percent).isLessThan(100));
            return job;
        }
    }

    /** Small chunks: an import lasts long enough to be cut off. */
    private static RunningApp app(Path data) {
        return RunningApp.on(data)
                .with("--rollcall.database.programs=" + TestServer.PROGRAMS, "--rollcall.import.chunk-rows=200")
                .start();
    }
}
