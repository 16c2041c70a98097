package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("LV-03 An import, in two browsers")
class LiveImportIT {

    private static final int ROWS = 20_000;
    private static final int BAD_ROWS = ROWS / 1_000;
    private static final double A_MINUTE = 60_000;

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName("OM-34 to OM-56 the sample file: counts and reasons, no way on while rows have errors, result, Done")
    void the_sample_file() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        long before = count(mira);
        Inviting inviting = Inviting.review(mira, ImportFile.SAMPLE);

        assertThat(inviting.figure("emails")).hasText("19");
        long errors = Long.parseLong(inviting.figure("errors").textContent());
        assertThat(errors).isPositive();
        mira.locator("#filter-errors").click();
        assertThat(mira.locator("#groups")).containsText("farid.example.org");
        assertThat(mira.locator("#groups .red-text").first()).not().isEmpty();

        assertThat(inviting.confirm()).isDisabled();
        inviting.skipRowsWithErrors();
        assertThat(inviting.confirm()).isEnabled();
        inviting.confirm().click();

        assertThat(mira.locator("#result")).isVisible();
        assertThat(inviting.figure("total")).hasText("20");
        assertThat(inviting.figure("failed")).hasText(Long.toString(errors));
        assertThat(mira.locator("#failed-rows")).containsText("farid.example.org");
        long invited = Long.parseLong(inviting.figure("invited").textContent());
        assertThat(invited).isPositive();

        mira.locator("#done").click();
        assertThat(mira.locator("#import")).hasCount(0);
        assertThat(mira.locator("#content .count").first()).hasText("%,d".formatted(before + invited));
    }

    @Test
    @DisplayName(
            "LV-03 LV-05 it goes on without its starter, every admin sees the same bar, and the count grows by itself")
    void a_long_import_is_everybodys() {
        Path file = ImportFile.of(ROWS, "journey" + ProcessHandle.current().pid());
        BrowserContext office = CHROME.person();
        Page mira = Visit.directory(APP, office, Visit.MIRA);
        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA);
        long before = count(ana);
        ana.evaluate("() => { window.sameDocument = true; }");
        JobTrayIn anas = new JobTrayIn(ana);
        Inviting inviting = Inviting.review(mira, file);
        assertThat(inviting.figure("emails")).hasText("%,d".formatted(ROWS));
        inviting.skipRowsWithErrors();

        anas.watch();
        inviting.confirm().click();
        assertThat(mira.locator("#percent")).isVisible();
        anas.awaitPercent(10);
        office.close();

        List<Long> searches = searchesWhile(ana);
        System.out.printf("LV-03 searching while %,d rows were imported took %s ms%n", ROWS, searches);
        ana.locator("#search input").fill("");
        ana.locator("#job-tray").click();
        String job = ana.locator("li.job").first().getAttribute("data-job");
        String anasNumbers = anas.ended(job);

        assertThat(anas.percents())
                .as("percentages Ana saw")
                .hasSizeGreaterThan(3)
                .isSorted();
        assertThat(searches).isNotEmpty();
        assertThat(anasNumbers).contains("%,d of %,d rows".formatted(ROWS, ROWS), Integer.toString(BAD_ROWS));
        assertThat(ana.locator("#content .count").first())
                .hasText("%,d".formatted(before + ROWS - BAD_ROWS), new HasTextOptions().setTimeout(A_MINUTE));
        assertThat((Boolean) ana.evaluate("() => window.sameDocument === true")).isTrue();

        Page again = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        JobTrayIn miras = new JobTrayIn(again);
        miras.open();
        assertThat(miras.ended(job)).isEqualTo(anasNumbers);
        miras.job(job).locator("vaadin-button.title").click();
        again.waitForURL("**/imports/" + job);
        assertThat(again.locator("#result")).isVisible();
        assertThat(new Inviting(again).figure("total")).hasText("%,d".formatted(ROWS));
        assertThat(new Inviting(again).figure("failed")).hasText(Integer.toString(BAD_ROWS));
    }

    /** How long the second admin waits for each of a few searches, from the typing to the row, in milliseconds. */
    private static List<Long> searchesWhile(Page ana) {
        List<Long> took = new ArrayList<>();
        for (String who : List.of("hadiza", "gabriela", "henrique", "olumide", "zsofia")) {
            if (!ana.locator("#job-tray .k").isVisible()) {
                break;
            }
            long start = System.nanoTime();
            ana.locator("#search input").fill(who);
            ana.waitForFunction(
                    "who => [...document.querySelectorAll('#learners [data-learner]')].some(mark => mark.checkVisibility()"
                            + " && mark.textContent.normalize('NFD').replace(/[^a-z ]/gi, '').toLowerCase().includes(who))",
                    who,
                    new Page.WaitForFunctionOptions().setTimeout(A_MINUTE));
            took.add((System.nanoTime() - start) / 1_000_000);
        }
        return took;
    }

    private static long count(Page page) {
        assertThat(page.locator("#content .count").first()).not().hasText("");
        return Long.parseLong(
                page.locator("#content .count").first().textContent().replace(",", ""));
    }
}
