package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A list of people to invite that is open in two browsers, or opened again")
class SharedListIT {

    private static final Pattern A_LIST = Pattern.compile(".*/" + Visit.LEARNERS + "/imports/\\d+");
    private static final double A_MINUTE = 60_000;

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName("OM-40, OM-42, OM-48, OM-50, OM-52 Two admins on one list: what one mends, the other sees")
    void two_admins_on_one_list() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        Inviting miras = Inviting.asPage(mira, APP);
        miras.choose(ImportFile.of(
                "shared",
                "shared-1@example.org,Amélie,Durand,course,NOPE-9",
                "shared-2@example.org,Bo,Hansen,course,ILT-LYN",
                "shared-3@example.org,Carla,Neri,course,ILT-LYN",
                "\"shared-4@example,org\",Devon,Walsh,course,FIRE-2026",
                "shared-5@example.org,Esra,Kaya,course,ILT-LYN",
                "shared-6@example.org,Finn,O’Reilly,,"));
        assertThat(mira).hasURL(A_LIST);
        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA);
        ana.navigate(mira.url());
        Inviting anas = new Inviting(ana);
        assertThat(ana.locator("#staged-rows")).containsText("shared-4@example,org");
        List.of(mira, ana).forEach(page -> page.evaluate("() => { window.sameDocument = true; }"));

        itemOf(mira, 1).fill("GDPR-101");
        itemOf(mira, 1).press("Enter");
        assertThat(itemOf(ana, 1)).hasValue("GDPR-101");

        miras.validate();
        anas.awaitCheck();
        both(miras, anas, inviting -> {
            assertThat(inviting.figure("errors")).hasText("4");
            assertThat(inviting.confirm()).isDisabled();
        });

        mira.locator("#groups [data-row='4'] .fault-cell input").fill("shared-4@example.org");
        mira.locator("#groups [data-row='4'] .fault-cell input").press("Enter");
        both(miras, anas, inviting -> {
            assertThat(inviting.page().locator("#groups")).containsText("shared-4@example.org");
            assertThat(inviting.page().locator("#groups")).not().containsText("shared-4@example,org");
            assertThat(inviting.figure("errors")).hasText("3");
            assertThat(inviting.confirm()).isDisabled();
        });

        ana.locator("#use-in-all-2").click();
        both(miras, anas, inviting -> {
            assertThat(inviting.figure("errors")).hasText("0");
            assertThat(inviting.figure("valid")).hasText("6");
            assertThat(inviting.page().locator("#groups .red-text")).hasCount(0);
            assertThat(inviting.confirm()).isEnabled();
        });

        miras.confirm().click();
        both(miras, anas, inviting -> {
            assertThat(inviting.page().locator("#result")).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE));
            assertThat(inviting.figure("total")).hasText("6");
            assertThat(inviting.figure("invited")).hasText("6");
            assertThat(inviting.figure("failed")).hasText("0");
            assertThat((Boolean) inviting.page().evaluate("() => window.sameDocument === true"))
                    .as("the page was never loaded anew")
                    .isTrue();
        });
    }

    @Test
    @DisplayName(
            "OM-34, OM-45 a typed address with what is chosen for it is in the list, and still is when the page is loaded anew")
    void a_typed_list_is_kept() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        Inviting.asPage(mira, APP);
        mira.locator("#email input").fill("nora.typed@example.org");
        mira.locator("#select-items").click();
        mira.locator("#pickable-search input").fill("onboarding");
        mira.locator("#pickable [data-item=ONB-BASIC]").click();
        mira.locator("#apply").click();
        assertThat(mira.locator("#chosen")).containsText("Onboarding, basic");
        mira.locator("#add-to-list").click();
        assertKept(mira);
        assertThat(mira).hasURL(A_LIST);
        assertThat(mira.locator("#email input")).hasValue("");

        mira.reload();
        assertKept(mira);
        assertThat(mira.locator("#validate")).isEnabled();
    }

    private static void assertKept(Page page) {
        assertThat(page.locator("#staged-rows")).containsText("nora.typed@example.org");
        assertThat(page.locator("#staged-rows")).containsText("Onboarding, basic");
        assertThat(page.locator("#staged-rows [data-item-of] input")).hasValue("ONB-BASIC");
        assertThat(page.locator("#row-count")).containsText("1");
    }

    private static Locator itemOf(Page page, int row) {
        return page.locator("#staged-rows [data-item-of='" + row + "'] input");
    }

    private static void both(Inviting one, Inviting other, Consumer<Inviting> see) {
        List.of(one, other).forEach(see);
    }
}
