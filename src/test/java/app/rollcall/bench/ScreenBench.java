package app.rollcall.bench;

import app.rollcall.journeys.Chrome;
import app.rollcall.learner.CategorySettings;
import app.rollcall.learner.CategoryUse;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import com.vaadin.flow.server.VaadinServletContext;
import jakarta.servlet.ServletContext;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
 * figure is what comes after that. Who comes back to the directory in a window finds it put aside; the first time there it is made. Then 100,000 rows change by one statement while three screens are open.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=-1", "rollcall.trial=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class ScreenBench {

    private static final int LEARNERS = Integer.getInteger("bench.learners", 1_000_000);
    private static final int TIMES = Integer.getInteger("bench.times", 40);
    private static final int FIRST_TIMES = Math.min(TIMES, 10);

    /** So many of each do not count: the node has just started, and compiles what it does for the first time. */
    private static final int WARM_UP = 20;

    private static final int RIGHT_WITHIN = 2_000;
    private static final int MOST_UPDATES_A_SECOND = 4;

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
        DirectoryPage page = directory("mira.solberg@example.org");
        DirectoryPage bare = directory("ana.ruiz@example.org");
        BareTable.open(new VaadinServletContext(servletContext));
        FIGURES.note(
                "A directory of %,d learners in a browser, by the page's own clock. Control, in turn with ours: a page with nothing but a Vaadin grid of nine plain columns and a search, without a database, made anew each time it is opened. The first %d of each (of few, as many as count) do not: the node has just started.",
                LEARNERS, WARM_UP);

        Pair.of(TIMES, _ -> page.opened(DirectoryPage.LEARNERS), _ -> bare.opened(BareTable.PATH))
                .tell("first page on screen, from another page", 100);

        List<String> words = List.of(
                "zelvik", "mar", "dan jor", "vik os", "example", "bel", "ma", "zelvik bel", "m", "yorkat", "hm");
        Pair.of(TIMES, time -> page.found(word(words, time)), time -> bare.found(word(words, time)))
                .tell("search on screen, after the pause behind the last key", 150);
        // Everybody is at example.org, so nothing would be seen to change after a search for that.
        page.found("zelvik");
        page.found("");
        page.page().waitForFunction("learners => document.querySelector('#learners').size > learners", (int)
                (LEARNERS * 0.9));

        // Without the bare page: Vaadin's own table, sent that far, may ask in turn for two parts that it does not
        // show.
        for (int time = 0; time < Math.min(WARM_UP, TIMES); time++) {
            page.jumped(row(time));
        }
        List<Double> jumps = IntStream.range(0, TIMES)
                .mapToObj(time -> page.jumped(row(time)))
                .toList();
        FIGURES.add(new Figure("jump anywhere, on screen", "ms", jumps, List.of(), Goal.p95(200, "ms")));

        Pair.of(FIRST_TIMES, _ -> page.openedFirst(DirectoryPage.LEARNERS), _ -> bare.openedFirst(BareTable.PATH))
                .tell("first page on screen, in a window that has not shown it before", 100);
    }

    private static String word(List<String> words, int time) {
        return words.get(time % words.size());
    }

    private static int row(int time) {
        return (int) (LEARNERS * 0.99 * ((time * 37 + 50) % 100) / 100);
    }

    /** Milliseconds of ours and of the bare page, in turn. */
    private record Pair(List<Double> ours, List<Double> bare) {

        static Pair of(int times, IntToDoubleFunction ours, IntToDoubleFunction bare) {
            Pair pair = new Pair(new ArrayList<>(), new ArrayList<>());
            int warm = Math.min(WARM_UP, times);
            for (int time = 0; time < warm + times; time++) {
                double our = ours.applyAsDouble(time);
                double control = bare.applyAsDouble(time);
                if (time >= warm) {
                    pair.ours.add(our);
                    pair.bare.add(control);
                }
            }
            return pair;
        }

        void tell(String what, int most) {
            FIGURES.add(new Figure(what, "ms", ours, bare, Goal.p95(most, "ms")));
            FIGURES.note("%s: the bare page p95 %.0f ms", what, new Values(bare).quantile(0.95));
        }
    }

    @Test
    @DisplayName("LV-07 a tenth of a million rows changed by one statement is right on every screen within 2 s")
    void oneStatement() throws SQLException {
        List<DirectoryPage> pages = List.of(
                directory("mira.solberg@example.org"),
                directory("ana.ruiz@example.org"),
                directory("mira.solberg@example.org"));
        pages.get(2).jumped(400_000);
        Actor owner = owner();
        CategoryUse most = Objects.requireNonNull(categories.uses(owner).block()).stream()
                .filter(use -> use.category().name().equals("Category 1"))
                .findFirst()
                .orElseThrow();
        for (DirectoryPage each : pages) {
            each.page().evaluate("""
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

        pages.forEach(each -> each.frames().clear());
        Long changed = categories.remove(owner, most.category()).block();
        long committed = System.currentTimeMillis();

        List<Double> taken = new ArrayList<>();
        for (DirectoryPage each : pages) {
            each.page().waitForFunction("() => window.gone > 0");
            taken.add(DirectoryPage.number(each.page().evaluate("() => window.gone")) - committed);
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
                pages.stream()
                        .map(each -> (double) each.framesInTheBusiestSecond())
                        .toList(),
                List.of(),
                Goal.max(MOST_UPDATES_A_SECOND, "updates")));
    }

    private DirectoryPage directory(String email) {
        return DirectoryPage.of(CHROME, port, email);
    }

    private Actor owner() throws SQLException {
        return new Actor(
                new PersonId(Long.parseLong(ground.text("SELECT id FROM person WHERE email = 'ana.ruiz@example.org'"))),
                "Ana Ruiz",
                Set.of(Role.OWNER),
                Locale.ENGLISH,
                ZoneOffset.UTC);
    }
}
