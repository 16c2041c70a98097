package app.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Directories that are open in so many browsers, each of somebody else. */
final class Screens implements AutoCloseable {

    static final String PASSWORD = "a thousand open screens";

    /** So many people come in at once: a password costs the server a moment of a whole core. */
    private static final int AT_ONCE = 4;

    private static final int POLL_SECONDS = 30;

    private final BrowserScript script;
    private final AtomicReference<@Nullable Change> awaited = new AtomicReference<>();
    private final List<Screen> open = new ArrayList<>();
    private final ScheduledExecutorService polls = Executors.newSingleThreadScheduledExecutor();

    Screens(BrowserScript script) {
        this.script = script;
    }

    /** Who opens the screen of this number. */
    static String email(int number) {
        return "watcher%d@example.org".formatted(number);
    }

    /** Opens more until there are so many. */
    void grow(URI node, int to) throws InterruptedException, ExecutionException {
        awaited.set(null);
        try (ExecutorService doors = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Screen>> coming = IntStream.range(open.size(), to)
                    .mapToObj(number -> doors.submit(() -> open(node, number)))
                    .toList();
            for (Future<Screen> one : coming) {
                open.add(one.get());
            }
        }
    }

    private Screen open(URI node, int number) throws Exception {
        Screen screen = new Screen(number, node, awaited);
        screen.open(script, email(number), PASSWORD);
        polls.scheduleAtFixedRate(
                () -> Thread.ofVirtual().start(screen::poll), POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
        return screen;
    }

    int count() {
        return open.size();
    }

    /** From now on every screen looks for it. */
    Change look(String who, String state) {
        Change change = new Change(open.size(), who, state);
        awaited.set(change);
        return change;
    }

    void countFrames() {
        awaited.set(null);
        open.forEach(screen -> screen.frames().restart());
    }

    List<FrameCount> frames() {
        return open.stream().map(Screen::frames).toList();
    }

    void requireOpen() {
        assertThat(open).allSatisfy(Screen::requireOpen);
    }

    @Override
    public void close() {
        polls.shutdownNow();
        open.forEach(Screen::close);
    }
}
