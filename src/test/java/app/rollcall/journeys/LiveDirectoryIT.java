package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("LV-01 A directory that is open in two browsers")
class LiveDirectoryIT {

    private static final long AT_ONCE_MILLISECONDS = 1_000;

    private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);

    /** Each search that reached the server comes back as an address. */
    private static final String COUNT_ADDRESSES = """
            () => {
              window.rollcallAddresses = 0;
              const replace = history.replaceState.bind(history);
              history.replaceState = (state, title, url) => {
                window.rollcallAddresses += String(url).includes('search=') ? 1 : 0;
                return replace(state, title, url);
              };
            }
            """;

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName("LV-01 OM-15 OM-24 what one admin pauses, the other sees within a second, glowing once and then muted")
    void a_pause_shows_in_the_other_browser() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=an");
        mira.locator("#learners").hover();
        mira.mouse().wheel(0, 1_200);
        mira.waitForFunction("() => document.querySelector('#learners').$.table.scrollTop >= 1200");
        DirectoryRows hers = DirectoryRows.of(mira);
        String learner = hers.inSight("active");
        long scrolled = hers.scrolled();
        long active = count(mira, "active");
        long paused = count(mira, "paused");
        long all = count(mira, "all");
        hers.watch(learner);

        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA, "search=" + hers.email(learner));
        DirectoryRows anas = DirectoryRows.of(ana);
        anas.choose(learner, "pause");
        assertThat(ana.locator("#pause-dialog > vaadin-button[slot=confirm-button]"))
                .isVisible();
        anas.await(learner, Map.of("status", "active"));
        ana.locator("#pause-dialog > vaadin-button[slot=confirm-button]").click();

        hers.await(learner, Map.of("status", "paused", "glow", true, "face", "Ana Ruiz"));
        long took = hers.firstSeen("paused") - anas.clicked();
        System.out.printf("LV-01 a pause showed in the other browser after %d ms%n", took);
        assertThat(took).isBetween(0L, AT_ONCE_MILLISECONDS - 1);
        assertThat(mira.locator("#content .foot .who")).hasText("Ana Ruiz");
        assertThat(mira.locator("#content .foot")).containsText(name(mira, learner));
        assertThat(mira.locator(segment("active"))).hasText(figure(active - 1));
        assertThat(mira.locator(segment("paused"))).hasText(figure(paused + 1));
        assertThat(mira.locator(segment("all"))).hasText(figure(all));

        hers.await(learner, Map.of("status", "paused", "glow", false, "muted", true, "face", ""));
        assertThat(hers.glows()).isEqualTo(1);
        assertThat(hers.scrolled()).isEqualTo(scrolled);
        assertThat(mira).hasURL(APP.at(Visit.LEARNERS + "?search=an"));
        assertThat(mira.locator("#search input")).hasValue("an");
    }

    @Test
    @DisplayName("LV-01 OM-26 unpausing shows likewise, and asks nothing")
    void unpausing_shows_in_the_other_browser() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=be");
        DirectoryRows hers = DirectoryRows.of(mira);
        String learner = hers.inSight("active");
        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA, "search=" + hers.email(learner));
        DirectoryRows anas = DirectoryRows.of(ana);
        anas.pause(learner);
        hers.await(learner, Map.of("status", "paused", "muted", true, "face", ""));
        anas.await(learner, Map.of("status", "paused"));
        long active = count(mira, "active");
        hers.watch(learner);

        anas.choose(learner, "unpause");

        hers.await(learner, Map.of("status", "active", "glow", true, "face", "Ana Ruiz"));
        long took = hers.firstSeen("active") - anas.clicked();
        System.out.printf("LV-01 an unpause showed in the other browser after %d ms%n", took);
        assertThat(took).isBetween(0L, AT_ONCE_MILLISECONDS - 1);
        assertThat(mira.locator(segment("active"))).hasText(figure(active + 1));
        hers.await(learner, Map.of("status", "active", "glow", false, "muted", false));
    }

    @Test
    @DisplayName(
            "LV-05 an open menu stays and offers what is right by now; what has left the list stays under the pointer")
    void nothing_moves_by_itself() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=ca");
        DirectoryRows hers = DirectoryRows.of(mira);
        String learner = hers.inSight("active");
        String address = hers.email(learner);
        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA, "search=" + address);
        DirectoryRows anas = DirectoryRows.of(ana);
        hers.openMenu(learner);
        assertThat(mira.locator("#pause")).isVisible();

        anas.pause(learner);

        assertThat(mira.locator("#unpause")).isVisible();
        assertThat(mira.locator("#pause")).isHidden();
        hers.await(learner, Map.of("status", "paused", "face", ""));
        assertThat(mira.locator("#unpause")).isVisible();
        mira.keyboard().press("Escape");

        mira.navigate(APP.at(Visit.LEARNERS + "?status=paused&search=" + address));
        Locator row = mira.locator("#learners [data-learner='" + learner + "']").filter(VISIBLE);
        row.hover();
        anas.choose(learner, "unpause");
        assertThat(mira.locator("#moved")).hasText("1 learner is no longer in this list.");
        assertThat(row).isVisible();
        mira.locator("#show-moved").click();
        assertThat(row).hasCount(0);
        assertThat(mira.locator("#clear_search")).isVisible();
    }

    @Test
    @DisplayName(
            "OM-31 LV-05 of three whom one admin has selected another pauses one: the numbers follow, and so do both lists")
    void several_are_paused_at_once() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA, "search=mi");
        DirectoryRows hers = DirectoryRows.of(mira);
        List<String> three =
                hers.inSight("active", 3).stream().map(String::valueOf).toList();
        mira.locator("#selected-toggle").click();
        three.forEach(learner -> mira.locator("[data-pick='" + learner + "']").click());
        assertThat(mira.locator("#bulk-pause .k")).hasText("(3)");

        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA, "search=mi");
        DirectoryRows anas = DirectoryRows.of(ana);
        anas.pause(three.getFirst());
        assertThat(mira.locator("#bulk-pause .k")).hasText("(2)");
        assertThat(mira.locator("#bulk-unpause .k")).hasText("(1)");
        assertThat(mira.locator("#selected-drift")).hasText("1 of the selected changed: 1 is paused now");

        mira.locator("#bulk-pause").click();
        mira.locator("#bulk-dialog > vaadin-button[slot=confirm-button]").click();
        assertThat(mira.locator("vaadin-notification-card")).containsText("2 learners are paused");
        for (String learner : three) {
            hers.await(learner, Map.of("status", "paused"));
            anas.await(learner, Map.of("status", "paused"));
        }
        assertThat(ana.locator("#content .foot")).containsText("Mira Solberg paused 2 learners");
        assertThat(mira.locator("#bulk-pause .k")).hasText("(0)");

        mira.locator("vaadin-notification-card vaadin-button").click();
        anas.await(three.getLast(), Map.of("status", "active"));
        anas.await(three.getFirst(), Map.of("status", "paused"));
        mira.keyboard().press("Escape");
        assertThat(mira.locator("[data-pick]")).hasCount(0);
    }

    @Test
    @DisplayName(
            "OM-06 the list follows the search as it is typed, asks once for what is typed in a go, and the address tells it")
    void search_as_one_types() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        long before = count(mira, "all");
        mira.evaluate(COUNT_ADDRESSES);

        mira.locator("#search input").pressSequentially("gabriela");

        assertThat(mira).hasURL(APP.at(Visit.LEARNERS + "?search=gabriela"));
        assertThat(mira.evaluate("() => window.rollcallAddresses"))
                .as("eight letters in a go are searched once")
                .isEqualTo(1);
        assertThat(mira.locator(segment("all"))).not().hasText(figure(before));
        assertThat(mira.locator("#learners [data-learner]").filter(VISIBLE).first())
                .containsText("Gabriela");
        assertThat(mira.locator("#content .count").first()).hasText(figure(count(mira, "all")));

        mira.locator("#search input").fill("nobody is called so");
        assertThat(mira.locator("#clear_search")).isVisible();
        mira.locator("#clear_search").click();
        assertThat(mira.locator("#search input")).hasValue("");
        assertThat(mira.locator(segment("all"))).hasText(figure(before));
    }

    @Test
    @DisplayName("LV-06 who is cut off is told so, and is shown the truth when back, without a reload")
    void a_cut_connection_heals() {
        BrowserContext cutOff = CHROME.person();
        Page mira = Visit.directory(APP, cutOff, Visit.MIRA, "search=el");
        DirectoryRows hers = DirectoryRows.of(mira);
        String learner = hers.inSight("active");
        long paused = count(mira, "paused");
        Page ana = Visit.directory(APP, CHROME.person(), Visit.ANA, "search=" + hers.email(learner));
        DirectoryRows anas = DirectoryRows.of(ana);
        mira.evaluate("() => { window.sameDocument = true; }");
        assertThat(mira.locator(".connection")).isHidden();

        cutOff.setOffline(true);
        assertThat(mira.locator(".connection")).isVisible();
        anas.pause(learner);
        anas.await(learner, Map.of("status", "paused"));
        cutOff.setOffline(false);

        assertThat(mira.locator(".connection")).isHidden(new IsHiddenOptions().setTimeout(20_000));
        hers.await(learner, Map.of("status", "paused"));
        assertThat(mira.locator(segment("paused"))).hasText(figure(paused + 1));
        assertThat((Boolean) mira.evaluate("() => window.sameDocument === true"))
                .isTrue();

        // A row is drawn once more when its glow and its face are over, and a menu that is open then closes.
        anas.await(learner, Map.of("status", "paused", "glow", false, "face", ""));
        anas.choose(learner, "unpause");
        hers.await(learner, Map.of("status", "active"));
    }

    private static String segment(String status) {
        return "#status-filter [data-value=" + status + "] .k";
    }

    private static long count(Page page, String status) {
        assertThat(page.locator(segment(status))).not().hasText("");
        return Long.parseLong(page.locator(segment(status)).textContent().replace(",", ""));
    }

    private static String figure(long number) {
        return "%,d".formatted(number);
    }

    private static String name(Page page, String learner) {
        return page.locator("#learners [data-learner='" + learner + "'] .nm").textContent();
    }

    /** Half of the people share parts of their names; the address is each one's own. */
}
