package app.rollcall.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.rollcall.journeys.Chrome;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A browser's window with a table of learners, ours or the bare one, that is asked how long things take on screen.
 *
 * @param frames when something came from the server by itself, in milliseconds of the computer's clock
 */
record DirectoryPage(Page page, String server, Queue<Long> frames) {

    static final String LEARNERS = "management/members/learners";
    static final int PAUSE_AFTER_THE_LAST_KEY = 250;
    private static final String JOBS = "jobs";

    /** Signs somebody in, which shows them the directory. */
    static DirectoryPage of(Chrome chrome, int port, String email) {
        DirectoryPage opened = new DirectoryPage(
                chrome.person().newPage(), "http://localhost:" + port + "/", new ConcurrentLinkedQueue<>());
        Page page = opened.page;
        page.onWebSocket(socket -> socket.onFrameReceived(_ -> opened.frames.add(System.currentTimeMillis())));
        page.navigate(opened.server + "sign_in");
        page.locator("form:has(input[name=email][value='" + email + "']) button[type=submit]")
                .click();
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        page.evaluate(script());
        return opened;
    }

    /** Milliseconds from the press on the other page to the rows. */
    double opened(String path) {
        page.locator("a[href*='" + JOBS + "']").first().click();
        page.waitForFunction("() => !window.bench.table()");
        untilQuiet();
        return number(page.evaluate("path => window.bench.press(path)", path));
    }

    /** As {@link #opened}, in a window that has not shown it before. */
    double openedFirst(String path) {
        page.navigate(server + JOBS);
        assertThat(page.locator("#content h1")).isVisible();
        page.evaluate(script());
        untilQuiet();
        return number(page.evaluate("path => window.bench.press(path)", path));
    }

    /** Nobody presses before the page in between is there. */
    private void untilQuiet() {
        page.waitForFunction(
                "() => Object.values(Vaadin.Flow.clients).every((client) => !client.isActive || !client.isActive())");
    }

    /** Milliseconds after the pause behind the last key. */
    double found(String text) {
        return number(page.evaluate("text => window.bench.type(text)", text)) - PAUSE_AFTER_THE_LAST_KEY;
    }

    double jumped(int index) {
        return number(page.evaluate("index => window.bench.jump(index)", index));
    }

    long framesInTheBusiestSecond() {
        List<Long> received = List.copyOf(frames);
        return received.stream()
                .mapToLong(from -> received.stream()
                        .filter(at -> at >= from && at < from + 1_000)
                        .count())
                .max()
                .orElse(0);
    }

    private static String script() {
        try (InputStream there = Objects.requireNonNull(DirectoryPage.class.getResourceAsStream("screen.js"))) {
            return new String(there.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
