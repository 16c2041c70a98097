package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("MA-01 A course, in two browsers")
class CourseIT {

    private static final double A_MINUTE = 60_000;
    private static final String COURSE = "FORK-A";

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName(
            "MA-02 MA-10 MA-11 LV-01 assigned to somebody, then to those of a file; the other admin sees both, and axe finds nothing")
    void assigned() {
        Page mira = course(Visit.MIRA);
        Page ana = course(Visit.ANA);
        assertThat(Axe.violations(mira)).as("the course").isEmpty();
        long before = count(ana);

        mira.locator("#assign-course").click();
        assertThat(mira.locator("#assignable [data-learner]").first()).isVisible();
        assertThat(Axe.violations(mira, "#add-users")).as("Add Users").isEmpty();
        mira.locator("#assignable [data-learner]").first().click();
        mira.locator("#assign").click();
        assertThat(mira.locator("#add-users")).hasCount(0);
        assertThat(counted(ana)).hasText("%,d".formatted(before + 1));

        mira.locator("#assign-course").click();
        mira.locator("#import-file").click();
        assertThat(mira.locator("#of-course")).containsText(COURSE);
        assertThat(mira.locator("#add-users")).hasCount(0);
        Inviting inviting = new Inviting(mira);
        inviting.choose(ImportFile.under(
                "Email ID,Employee ID,Due Date,Requirement,Session ID,Message",
                "fork-list",
                "fork.one@example.org,,,required,,",
                "fork.two@example.org,,,optional,,"));
        inviting.validate();
        inviting.confirm().click();
        assertThat(mira.locator("#result")).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE));
        assertThat(counted(ana)).hasText("%,d".formatted(before + 3));
    }

    private static Page course(String who) {
        Page page = Visit.directory(APP, CHROME.person(), who);
        page.navigate(APP.at("learning/courses?search=" + COURSE));
        page.locator("#courses [data-course='" + COURSE + "'] a").click();
        assertThat(page.locator("#course-learners [data-learner]").first()).isVisible();
        return page;
    }

    private static Locator counted(Page page) {
        return page.locator("#content .count").first();
    }

    private static long count(Page page) {
        return Long.parseLong(counted(page).textContent().replace(",", ""));
    }
}
