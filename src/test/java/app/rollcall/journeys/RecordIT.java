package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("OM-57 A learner's record, in two browsers")
class RecordIT {

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName(
            "OM-18 OM-57 OM-60 TI-05 LV-01 LV-04 opened from its row, where each sees that the other is there; access that one admin takes away and gives back, the other sees go and come")
    void takenAndGivenBack() {
        Page mira = record(Visit.MIRA);
        Page ana = record(Visit.ANA);
        assertThat(mira.locator("#presence")).containsText("Ana Ruiz is here too");
        assertThat(Axe.violations(mira)).as("the record").isEmpty();
        int before = Integer.parseInt(courses(ana).textContent());

        mira.locator("#direct-enroll").click();
        assertThat(mira.locator("#enrollable [data-item]").first()).isVisible();
        assertThat(Axe.violations(mira, "#direct-enroll-dialog"))
                .as("Direct Enroll")
                .isEmpty();
        mira.locator("#enrollable [data-item]").first().click();
        mira.locator("#enroll").click();
        assertThat(courses(ana)).hasText("" + (before + 1));

        mira.locator("#learner-courses [data-remove]").first().click();
        assertThat(courses(ana)).hasText("" + before);
        mira.locator("vaadin-notification-card vaadin-button", new Page.LocatorOptions().setHasText("Undo"))
                .click();
        assertThat(courses(ana)).hasText("" + (before + 1));

        ana.locator("#tab-history").click();
        assertThat(ana.locator("#history-panel [data-what=enrolled]").first()).isVisible();
        assertThat(Axe.violations(ana)).as("the history").isEmpty();

        ana.navigate(APP.at("jobs"));
        assertThat(mira.locator("#presence")).not().containsText("Ana Ruiz");
    }

    private static Page record(String who) {
        Page page = Visit.directory(APP, CHROME.person(), who, "search=elif.yildiz");
        page.locator("#learners [data-learner] a").first().click();
        assertThat(page.locator("#learner-courses [data-course]").first()).isVisible();
        return page;
    }

    private static Locator courses(Page page) {
        return page.locator("#card-courses .figure");
    }
}
