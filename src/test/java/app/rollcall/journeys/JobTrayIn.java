package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The job tray in the header of a page. */
record JobTrayIn(Page page) {

    /** Keeps, from now on, every percentage that the header's button shows. */
    void watch() {
        page.evaluate("""
                () => {
                  window.rollcallPercents = [];
                  setInterval(() => {
                    const percent = document.querySelector('#job-tray .k')?.checkVisibility()
                      ? document.querySelector('#job-tray .k').textContent : '';
                    if (percent && window.rollcallPercents.at(-1) !== percent) {
                      window.rollcallPercents.push(percent);
                    }
                  }, 20);
                }
                """);
    }

    /** The different percentages that were shown one after the other. */
    @SuppressWarnings("unchecked")
    List<Integer> percents() {
        List<String> shown = (List<String>) page.evaluate("() => window.rollcallPercents");
        return shown.stream()
                .map(text -> Integer.valueOf(text.replace("%", "")))
                .toList();
    }

    /** Waits until the button shows a running job that is at least so far. */
    void awaitPercent(int percent) {
        page.waitForFunction(
                "percent => (window.rollcallPercents ?? []).some(shown => parseInt(shown) >= percent)",
                percent,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
    }

    /** Opens the list behind the button. */
    void open() {
        page.locator("#job-tray").click();
        assertThat(page.locator("li.job").first()).isVisible();
    }

    Locator job(String id) {
        return page.locator("li.job[data-job='" + id + "']");
    }

    /** Waits until a job ended and says how, in the words of the tray: "20,000 of 20,000 rows · 20 failed". */
    String ended(String id) {
        page.waitForFunction(
                "id => (document.querySelector(`li.job[data-job='${id}']`)?.dataset.state ?? '').startsWith('completed')",
                id,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
        return job(id).locator(".line").locator("span, div").first().textContent();
    }
}
