package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("OM-18 A directory that is left for a record, and come back to")
class LeftDirectoryIT {

    private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName("OM-18 LV-05 is where it was scrolled to, with what another admin did meanwhile")
    void asItWasLeft() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=ro");
        mira.locator("#learners").hover();
        mira.mouse().wheel(0, 1_200);
        mira.waitForFunction("() => document.querySelector('#learners').$.table.scrollTop >= 1200");
        DirectoryRows hers = DirectoryRows.of(mira);
        List<String> two =
                hers.inSight("active", 2).stream().map(String::valueOf).toList();
        long scrolled = hers.scrolled();
        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA, "search=" + hers.email(two.getLast()));

        mira.locator("#learners [data-learner='" + two.getFirst() + "'] a")
                .filter(VISIBLE)
                .click();
        assertThat(mira.locator("#learner-courses")).isVisible();
        assertThat(mira.locator("[role=main]")).hasCount(1);
        assertThat(mira.locator("#learners")).not().isVisible();
        assertThat(Axe.violations(mira)).as("the record before the list").isEmpty();
        DirectoryRows.of(ana).pause(two.getLast());
        mira.goBack();

        assertThat(mira.locator("#learners")).isVisible();
        hers.await(two.getLast(), Map.of("status", "paused"));
        hers.await(two.getFirst(), Map.of("status", "active"));
        assertThat(hers.scrolled()).isEqualTo(scrolled);
        assertThat(mira).hasURL(APP.at(Visit.LEARNERS + "?search=ro"));
        assertThat(mira.locator("[role=main]")).hasCount(1);

        DirectoryRows.of(ana).choose(two.getLast(), "unpause");
        hers.await(two.getLast(), Map.of("status", "active", "face", "Ana Ruiz"));
    }

    @Test
    @DisplayName("OM-06 begins at its top when others are asked for, and forgets what was typed but not asked")
    void others() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=an");
        mira.locator("#learners").hover();
        mira.mouse().wheel(0, 1_200);
        mira.waitForFunction("() => document.querySelector('#learners').$.table.scrollTop >= 1200");
        DirectoryRows hers = DirectoryRows.of(mira);
        hers.inSight("active");
        mira.locator("vaadin-side-nav-item[path='jobs']").click();
        assertThat(mira.locator("#job-filter")).isVisible();
        mira.evaluate("() => { document.querySelector('#search input').value = 'unheard'; }");

        mira.locator("vaadin-side-nav-item[path='" + Visit.LEARNERS + "']").click();
        assertThat(mira.locator("#search input")).hasValue("");
        mira.waitForFunction("() => document.querySelector('#learners').$.table.scrollTop === 0");
        hers.inSight("active");
    }

    @Test
    @DisplayName("OM-04 keeps who was selected, and the bar for them is on no other screen")
    void keepsTheSelected() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=ti");
        DirectoryRows hers = DirectoryRows.of(mira);
        List<String> two =
                hers.inSight("active", 2).stream().map(String::valueOf).toList();
        mira.locator("#selected-toggle").click();
        two.forEach(learner -> mira.locator("[data-pick='" + learner + "']").click());
        assertThat(mira.locator("#bulk-pause .k")).hasText("(2)");

        mira.locator("#learners [data-learner='" + two.getFirst() + "'] a")
                .filter(VISIBLE)
                .click();
        assertThat(mira.locator("#learner-courses")).isVisible();
        assertThat(mira.locator("#selected-bar")).not().isVisible();
        assertThat(mira.locator("body.under-bar")).hasCount(0);
        mira.keyboard().press("Escape");
        mira.goBack();

        assertThat(mira.locator("#bulk-pause .k")).hasText("(2)");
        assertThat(mira.locator("body.under-bar")).hasCount(1);
        mira.keyboard().press("Escape");
        assertThat(mira.locator("#selected-bar")).hasCount(0);
    }
}
