package app.rollcall.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/**
 * What a real browser asks and says until it shows the directory, taken down from one in the same run, so that the screens of the
 * bench say the same. Numbers of nodes are the same on each screen of somebody with the same rights.
 *
 * @param page the page that is loaded after the sign-in
 * @param first the first request of that page's script, as it was made
 * @param push the address of its push
 * @param said the bodies it posted, in order
 */
record BrowserScript(String page, String first, String push, List<String> said) {

    private static final int NOTHING_MORE_MILLISECONDS = 3_000;
    private static final String UIDL = "v-r=uidl";

    /** Takes it down while somebody signs in, and leaves the page open. */
    static BrowserScript of(Page page, URI node, String email, String password, BiConsumer<String, Long> frames) {
        Queue<Request> requests = new ConcurrentLinkedQueue<>();
        List<String> pushes = new ArrayList<>();
        page.onRequest(requests::add);
        page.onWebSocket(socket -> {
            pushes.add(socket.url());
            socket.onFrameReceived(frame -> frames.accept(frame.text(), System.nanoTime()));
        });
        page.navigate(node + "/sign_in");
        page.locator("input[name=email]").first().fill(email);
        page.locator("input[name=password]").first().fill(password);
        page.locator("input[name=password]").first().press("Enter");
        page.waitForURL("**/management/members/learners");
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        settle(page, requests);
        List<Request> all = List.copyOf(requests);
        int start = last(all, "v-r=init");
        List<String> said = all.subList(start, all.size()).stream()
                .filter(request -> request.url().contains(UIDL))
                .map(Request::postData)
                .filter(body -> !body.contains("ui-poll"))
                .toList();
        return new BrowserScript(
                target(all.subList(0, start).reversed().stream()
                        .filter(Request::isNavigationRequest)
                        .findFirst()
                        .orElseThrow()
                        .url()),
                target(all.get(start).url()),
                target(pushes.getLast()),
                said);
    }

    private static void settle(Page page, Queue<Request> requests) {
        long[] last = {System.nanoTime(), 0};
        page.waitForCondition(() -> {
            if (requests.size() != last[1]) {
                last[0] = System.nanoTime();
                last[1] = requests.size();
            }
            return System.nanoTime() - last[0] > NOTHING_MORE_MILLISECONDS * 1_000_000L;
        });
    }

    private static int last(List<Request> requests, String part) {
        for (int at = requests.size() - 1; at >= 0; at--) {
            if (requests.get(at).url().contains(part)) {
                return at;
            }
        }
        throw new AssertionError("The browser never asked for " + part);
    }

    private static String target(String url) {
        URI address = URI.create(url);
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }
}
