package app.rollcall.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.journeys.Chrome;
import app.rollcall.learner.CategorySettings;
import app.rollcall.learner.CategoryUse;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import com.microsoft.playwright.Page;
import com.vaadin.flow.server.VaadinServletContext;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The directory of a million learners as a browser shows it, from the press or the scroll to the rows on screen, measured in the
 * page by its own clock. A search is typed, so what a person waits for includes the quarter of a second after the last key; the
 * figure is what comes after that. Then 100,000 rows change by one statement while three screens are open.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=-1", "rollcall.trial=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class ScreenBench {

    private static final int LEARNERS = Integer.getInteger("bench.learners", 1_000_000);
    private static final int TIMES = Integer.getInteger("bench.times", 20);
    static final int PAUSE_AFTER_THE_LAST_KEY = 250;
    private static final int RIGHT_WITHIN = 2_000;
    private static final int MOST_UPDATES_A_SECOND = 4;
    private static final String LEARNERS_PATH = "management/members/learners";
    private static final String JOBS_LINK = "a[href*='jobs']";

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private CategorySettings categories;

    @Autowired
    private ServletContext servletContext;

    @RegisterExtension
    static final Figures FIGURES = Figures.of("screens");

    private final Map<Page, Queue<Long>> frames = new HashMap<>();
    private Ground ground;

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) {
        Million.durable(properties);
    }

    @BeforeAll
    void prepare() throws SQLException {
        FIGURES.on(dataSource);
        ground = new Ground(dataSource);
        if (Long.parseLong(ground.text("SELECT count(*) FROM person")) < LEARNERS) {
            new Million(dataSource, LEARNERS).make();
        }
    }

    @Test
    @DisplayName("OM-03, OM-06 with a million learners the first page, a search and a jump are on screen in time")
    void onScreen() {
        Page page = directory("mira.solberg@example.org");
        Page bare = directory("ana.ruiz@example.org");
        BareTable.open(new VaadinServletContext(servletContext));
        FIGURES.note(
                "A directory of %,d learners in a browser, by the page's own clock. Control, in turn with ours: a page with nothing but a Vaadin grid of nine plain columns and a search, without a database.",
                LEARNERS);

        Pair first = new Pair();
        for (int time = 0; time < TIMES; time++) {
            first.add(opened(page, LEARNERS_PATH), opened(bare, BareTable.PATH));
        }
        first.tell("first page on screen", 100);

        Pair searches = new Pair();
        List<String> words =
                List.of("zelvik", "mar", "dan jor", "vik os", "example", "bel", "ma", "zelvik bel", "m", "yorkat");
        for (int time = 0; time < TIMES; time++) {
            String text = words.get(time % words.size());
            searches.add(found(page, text), found(bare, text));
        }
        searches.tell("search on screen, after the pause behind the last key", 150);
        found(page, "");
        page.waitForFunction("learners => document.querySelector('#learners').size > learners", (int) (LEARNERS * 0.9));

        Pair jumps = new Pair();
        for (int time = 0; time < TIMES; time++) {
            int index = (int) (LEARNERS * 0.99 * ((time * 37 + 50) % 100) / 100);
            jumps.add(jumped(page, index), jumped(bare, index));
        }
        jumps.tell("jump anywhere, on screen", 200);
    }

    private static double opened(Page page, String path) {
        page.locator(JOBS_LINK).first().click();
        assertThat(page.locator("#learners")).hasCount(0);
        // Nobody presses before the page in between is there.
        page.waitForFunction(
                "() => Object.values(Vaadin.Flow.clients).every((client) => !client.isActive || !client.isActive())");
        return number(page.evaluate("path => window.bench.press(path)", path));
    }

    private static double found(Page page, String text) {
        return number(page.evaluate("text => window.bench.type(text)", text)) - PAUSE_AFTER_THE_LAST_KEY;
    }

    private static double jumped(Page page, int index) {
        return number(page.evaluate("index => window.bench.jump(index)", index));
    }

    /** Milliseconds of ours and of the bare page, in turn. */
    private record Pair(List<Double> ours, List<Double> bare) {

        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(double our, double control) {
            ours.add(our);
            bare.add(control);
        }

        void tell(String what, int most) {
            FIGURES.add(new Figure(what, "ms", ours, bare, Goal.p95(most, "ms")));
            FIGURES.note("%s: the bare page p95 %.0f ms", what, new Values(bare).quantile(0.95));
        }
    }

    @Test
    @DisplayName("LV-07 a tenth of a million rows changed by one statement is right on every screen within 2 s")
    void oneStatement() throws SQLException {
        List<Page> pages = List.of(
                directory("mira.solberg@example.org"),
                directory("ana.ruiz@example.org"),
                directory("mira.solberg@example.org"));
        pages.get(2).evaluate("() => window.bench.jump(400000)");
        Actor owner = owner();
        CategoryUse most = Objects.requireNonNull(categories.uses(owner).block()).stream()
                .filter(use -> use.category().name().equals("Category 1"))
                .findFirst()
                .orElseThrow();
        for (Page page : pages) {
            page.evaluate("""
                    name => {
                      window.gone = 0;
                      const shown = () => [...document.querySelectorAll('#learners .chip')]
                        .some((chip) => chip.offsetParent && chip.textContent === name);
                      if (!shown()) {
                        throw new Error(`No row on screen is in ${name}`);
                      }
                      const look = () => { if (shown()) { window.gone = 0; } else { window.gone ||= Date.now(); } requestAnimationFrame(look); };
                      look();
                    }""", most.category().name());
        }

        frames.values().forEach(Queue::clear);
        Long changed = categories.remove(owner, most.category()).block();
        long committed = System.currentTimeMillis();

        List<Double> taken = new ArrayList<>();
        for (Page page : pages) {
            page.waitForFunction("() => window.gone > 0");
            taken.add(number(page.evaluate("() => window.gone")) - committed);
        }
        FIGURES.add(new Figure(
                "%,d rows changed by one statement, right on each screen".formatted(changed),
                "ms",
                taken,
                List.of(),
                Goal.max(RIGHT_WITHIN, "ms")));
        FIGURES.add(new Figure(
                "the same: updates in a screen's busiest second",
                "updates",
                frames.values().stream()
                        .map(received -> (double) busiestSecond(List.copyOf(received)))
                        .toList(),
                List.of(),
                Goal.max(MOST_UPDATES_A_SECOND, "updates")));
    }

    private static long busiestSecond(List<Long> received) {
        return received.stream()
                .mapToLong(from -> received.stream()
                        .filter(at -> at >= from && at < from + 1_000)
                        .count())
                .max()
                .orElse(0);
    }

    private Page directory(String email) {
        Page page = CHROME.person().newPage();
        Queue<Long> received = frames.computeIfAbsent(page, _ -> new ConcurrentLinkedQueue<>());
        page.onWebSocket(socket -> socket.onFrameReceived(_ -> received.add(System.currentTimeMillis())));
        page.navigate("http://localhost:" + port + "/sign_in");
        page.locator("form:has(input[name=email][value='" + email + "']) button[type=submit]")
                .click();
        assertThat(page.locator("#learners [data-learner]").first()).isVisible();
        page.evaluate(script());
        return page;
    }

    private Actor owner() throws SQLException {
        return new Actor(
                new PersonId(Long.parseLong(ground.text("SELECT id FROM person WHERE email = 'ana.ruiz@example.org'"))),
                "Ana Ruiz",
                Set.of(Role.OWNER),
                Locale.ENGLISH,
                ZoneOffset.UTC);
    }

    private static String script() {
        try (InputStream there = Objects.requireNonNull(ScreenBench.class.getResourceAsStream("screen.js"))) {
            return new String(there.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
