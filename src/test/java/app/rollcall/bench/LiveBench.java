package app.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.rollcall.faults.OwnPostgres;
import app.rollcall.importing.Imports;
import app.rollcall.journeys.Chrome;
import app.rollcall.learner.Learners;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A directory that hundreds have open at once ({@code -Dbench.screens=100,500,1000}), on a node with 1 GB of heap: what a screen
 * costs, and how long after its commit a change is on all of them. The changes are made through the doors by this process, which
 * is a node without screens and without jobs; so each of them crosses from one node to another.
 */
@SpringBootTest(
        properties = {
            "management.server.port=-1",
            "rollcall.trial=false",
            // The import is the business of the node that is measured.
            "db-scheduler.polling-interval=1h",
            "db-scheduler.immediate-execution-enabled=false"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LiveBench {

    private static final List<Integer> SCREENS = Stream.of(
                    System.getProperty("bench.screens", "100,500,1000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int IMPORT_AT = Integer.getInteger("bench.import_at", 500);
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int LEARNERS = Integer.getInteger("bench.learners", 10_000);
    private static final int CHANGES = Integer.getInteger("bench.changes", 8);
    private static final int ON_EACH_OF_TWO = Integer.getInteger("bench.on_each_of_two", 50);

    /** Of 1 GB; the node needs the rest itself. */
    private static final double FITS_KILOBYTES = 820_000;

    private static final int BESIDE_THE_BROWSER = 3;
    private static final OwnPostgres POSTGRES = postgres();

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    static final Figures FIGURES = Figures.of("live");

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Learners learners;

    @Autowired
    private Imports imports;

    @Autowired
    private LiveEvents live;

    private final List<NodeProcess> nodes = new ArrayList<>();
    private BrowserScript script;
    private Actor owner;
    private Changes changes;

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) {
        properties.add("rollcall.database.url", POSTGRES::url);
    }

    private static OwnPostgres postgres() {
        try {
            return OwnPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void prepare() throws SQLException, IOException {
        FIGURES.on(dataSource);
        Organisation organisation = new Organisation(dataSource);
        organisation.make(LEARNERS, Math.max(SCREENS.getLast(), 2 * ON_EACH_OF_TWO) + 1);
        owner = organisation.owner();
        changes = new Changes(learners, owner, organisation.shown());
        nodes.add(NodeProcess.start("node", POSTGRES.url(), "1g"));
    }

    @AfterAll
    void stop() throws IOException {
        nodes.forEach(NodeProcess::close);
        POSTGRES.close();
    }

    @Test
    @Order(1)
    @DisplayName("LV-01 the bench's screens are sent what a browser beside them is sent")
    void honest() throws Exception {
        NodeProcess node = nodes.getFirst();
        Queue<String> frames = new ConcurrentLinkedQueue<>();
        Page page = CHROME.person().newPage();
        script = BrowserScript.of(
                page, node.address(), Screens.email(SCREENS.getLast()), Screens.PASSWORD, (text, _) -> {
                    if (text.contains("{")) {
                        frames.add(text);
                    }
                });
        try (Screens screens = new Screens(script)) {
            screens.grow(node.address(), BESIDE_THE_BROWSER);
            screens.countFrames();
            frames.clear();
            for (int time = 0; time < 4; time++) {
                Changes.Made made = changes.make(screens);
                page.waitForCondition(() -> frames.stream()
                        .map(frame -> frame.getBytes(StandardCharsets.UTF_8))
                        .anyMatch(frame -> made.change().isIn(frame, frame.length)));
                await().atMost(Changes.PATIENCE).until(() -> made.change().missing() == 0);
                page.waitForCondition(() -> System.nanoTime() - made.at() > Changes.PACE.toNanos());
            }
            // Until a screen reader has been told of the last, and before anybody asks for what may be missed.
            long end = System.nanoTime() + 3 * Changes.PACE.toNanos();
            page.waitForCondition(() -> System.nanoTime() > end);
            List<Integer> counts =
                    screens.frames().stream().map(FrameCount::count).toList();
            List<Long> bytes = screens.frames().stream().map(FrameCount::bytes).toList();
            long browsers = frames.stream()
                    .mapToLong(frame -> frame.getBytes(StandardCharsets.UTF_8).length)
                    .sum();
            FIGURES.note(
                    "Four changes are %d frames of %,d bytes in a browser, and %s frames of %s bytes on the bench's screens beside it.",
                    frames.size(), browsers, counts, bytes);
            // Counts that take long come in an update of their own, on one screen or on another.
            assertThat(counts).allSatisfy(count -> assertThat(count).isBetween(frames.size() - 4, frames.size() + 4));
            assertThat(bytes).allSatisfy(sum -> assertThat((double) sum).isBetween(browsers * 0.8, browsers * 1.25));
            screens.requireOpen();
        }
    }

    @Test
    @Order(2)
    @DisplayName("LV-01 LV-07 a change is on hundreds of screens at once, also while an import runs")
    void manyScreens() throws Exception {
        NodeProcess node = nodes.getFirst();
        long empty = node.heapKilobytes();
        FIGURES.note(
                "One node with -Xmx1g, %,d learners; without a screen it holds %,d MB of heap. A change is seen when the frame that brings it is read.",
                LEARNERS, empty / 1024);
        try (Screens screens = new Screens(script)) {
            double each = 0;
            for (int count : SCREENS) {
                if (each * count > FITS_KILOBYTES) {
                    FIGURES.note("%,d screens are left out: at %,.0f KB each they do not fit.", count, each);
                    break;
                }
                long began = System.nanoTime();
                screens.grow(node.address(), count);
                FIGURES.note(
                        "%,d screens signed in and loaded, %.0f s after the ones before",
                        count, (System.nanoTime() - began) / 1e9);
                each = (node.heapKilobytes() - empty) / (double) count;
                FIGURES.add(new Figure(
                        "heap per screen, %,d screens".formatted(count),
                        "KB",
                        List.of(each),
                        List.of(),
                        Goal.max(250, "KB")));
                FIGURES.note("%,d screens: the process takes %,d MB", count, node.residentKilobytes() / 1024);
                idle(node, screens);
                if (count == IMPORT_AT) {
                    duringAnImport(node, screens);
                }
                screens.requireOpen();
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("LV-08 the same with two nodes on one database, and screens at both")
    void twoNodes() throws Exception {
        nodes.forEach(NodeProcess::close);
        nodes.clear();
        CompletableFuture<NodeProcess> other = CompletableFuture.supplyAsync(() -> another("node-b"));
        nodes.add(another("node-a"));
        nodes.add(other.join());
        try (Screens screens = new Screens(script)) {
            screens.grow(nodes.getFirst().address(), ON_EACH_OF_TWO);
            screens.grow(nodes.getLast().address(), 2 * ON_EACH_OF_TWO);
            SaidLive.latencies(
                    "commit to frame, two nodes, %d screens at each".formatted(ON_EACH_OF_TWO),
                    changes.seen(screens, CHANGES),
                    Goal.p95(150, "ms"));
            screens.requireOpen();
        }
    }

    private static NodeProcess another(String name) {
        try {
            return NodeProcess.start(name, POSTGRES.url(), "1g");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void idle(NodeProcess node, Screens screens) {
        changes.seen(screens, 2);
        screens.countFrames();
        Duration before = node.processorTime();
        long began = System.nanoTime();
        List<Double> taken = changes.seen(screens, CHANGES);
        SaidLive.latencies(
                "commit to frame, %,d screens".formatted(screens.count()),
                taken,
                Goal.p95(screens.count() <= 500 ? 150 : 250, "ms"));
        SaidLive.load(
                "%,d screens, a change every two seconds".formatted(screens.count()), node, screens, before, began);
    }

    private void duringAnImport(NodeProcess node, Screens screens) throws SQLException {
        LearnerList list = LearnerList.of(ROWS);
        screens.countFrames();
        Duration before = node.processorTime();
        long began = System.nanoTime();
        CompletableFuture<OurImport.Times> importing =
                CompletableFuture.supplyAsync(() -> new OurImport(imports, live).run(owner, list));
        List<Double> taken = new ArrayList<>();
        while (!importing.isDone()) {
            taken.addAll(changes.seen(screens, 1));
        }
        OurImport.Times times = importing.join();
        FIGURES.note(
                "Import of %,d rows with %,d screens open: %.1f s, of which applying %.1f s",
                ROWS,
                screens.count(),
                times.whole().toMillis() / 1e3,
                times.apply().toMillis() / 1e3);
        SaidLive.latencies(
                "commit to frame, %,d screens, during an import of %,d rows".formatted(screens.count(), ROWS),
                taken,
                Goal.p95(400, "ms"));
        SaidLive.updates(screens, began);
        SaidLive.load("%,d screens, during the import".formatted(screens.count()), node, screens, before, began);
    }
}
