package app.rollcall.bench;

import app.rollcall.learner.CategoryMatch;
import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.StatusFilter;
import app.rollcall.learner.Trail;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The directory of a million learners ({@code -Dbench.learners=}) at its door, beside the best plain SQL for the same page, in
 * turn, for one asker and for several at once ({@code -Dbench.clients=1,8,32}). Ours reads rows dressed for the screen; so does
 * the control. A jump begins with the length of the list and what all screens know of its places.
 */
@SpringBootTest(properties = {"management.server.port=-1", "rollcall.trial=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class DirectoryBench {

    @RegisterExtension
    static final Figures FIGURES = Figures.of("directory");

    private static final int LEARNERS = Integer.getInteger("bench.learners", 1_000_000);
    private static final List<Integer> CLIENTS = Stream.of(
                    System.getProperty("bench.clients", "1,8,32").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int PAGE = 50;
    private static final int WARM = 10;
    private static final int ROUNDS = 3;
    private static final int ROUNDS_OF_MANY = 1;
    private static final int MOST_ROUNDS = 10;
    private static final int LEAST = 24;
    private static final Duration A_CASE = Duration.ofMillis(400);
    private static final double MOST_TIMES_THE_CONTROL = 1.2;
    private static final int COUNT_WITHIN = 250;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Directory directory;

    private Ground ground;
    private Actor admin;
    private long listed;

    private List<DirectoryCase> cases() throws SQLException {
        long[] categories = Stream.of(ground.text(
                                "SELECT string_agg(id::text, ',' ORDER BY id) FROM category WHERE name::text IN ('Category 1', 'Category 2')")
                        .split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        return List.of(
                DirectoryCase.list("first page", StatusFilter.ALL, LearnerOrder.NAME, 0),
                DirectoryCase.list("first page, newest first", StatusFilter.ALL, LearnerOrder.ADDED_DESCENDING, 0),
                DirectoryCase.list("first page, last login", StatusFilter.ALL, LearnerOrder.LOGIN_DESCENDING, 0),
                DirectoryCase.list("first page, paused", StatusFilter.PAUSED, LearnerOrder.NAME, 0),
                DirectoryCase.list("first page, disabled", StatusFilter.DISABLED, LearnerOrder.NAME, 0),
                DirectoryCase.categories("first page, in a category", CategoryMatch.ANY, categories[0]),
                DirectoryCase.categories("first page, in both of two", CategoryMatch.ALL, categories),
                DirectoryCase.list("jump to a tenth", StatusFilter.ALL, LearnerOrder.NAME, 0.1),
                DirectoryCase.list("jump to the middle", StatusFilter.ALL, LearnerOrder.NAME, 0.5),
                DirectoryCase.list("jump to the end", StatusFilter.ALL, LearnerOrder.NAME, 0.9999),
                DirectoryCase.search("m"),
                DirectoryCase.search("ma"),
                DirectoryCase.search("qz"),
                DirectoryCase.search("mar"),
                DirectoryCase.search("zelvik"),
                DirectoryCase.search("zelvik bel"),
                DirectoryCase.search("dan jor"),
                DirectoryCase.search("example.org"),
                DirectoryCase.search("nobody at all"),
                DirectoryCase.search("l.m"));
    }

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
        ground.text("WITH p AS (INSERT INTO person (email, first_name, last_name, status, learner)"
                + " VALUES ('bench-admin-' || gen_random_uuid() || '@example.org', 'Mira', 'Solberg', 'active', false) RETURNING id)"
                + " INSERT INTO person_role (person_id, role) SELECT id, 'admin' FROM p RETURNING person_id");
        admin = new Actor(
                new PersonId(
                        Long.parseLong(ground.text("SELECT max(person_id) FROM person_role WHERE role = 'admin'"))),
                "Mira Solberg",
                Set.of(Role.ADMIN),
                Locale.ENGLISH,
                ZoneOffset.UTC);
        listed = Long.parseLong(ground.text("SELECT count(*) FROM person WHERE learner AND status <> 'disabled'"));
    }

    @Test
    @DisplayName(
            "OM-03, OM-06 with a million learners a page, a search and a jump beside plain SQL, at every number of askers")
    void inTime() throws SQLException {
        List<DirectoryCase> cases = cases();
        compare(
                DirectoryCase.list(
                        "jump to the middle, the first in this list", StatusFilter.ALL, LearnerOrder.NAME, 0.5),
                1);
        Trail list = new Trail();
        list.total(LearnerFilter.EVERYBODY, listed);
        directory
                .page(admin, LearnerFilter.EVERYBODY, LearnerOrder.NAME, listed / 2, PAGE, list)
                .block();
        directory
                .survey(admin, LearnerFilter.EVERYBODY, LearnerOrder.NAME, list)
                .block();
        for (int clients : CLIENTS) {
            cases.stream().filter(asked -> asked.askedBy(clients)).forEach(asked -> compare(asked, clients));
            counts("count of all", LearnerFilter.EVERYBODY, clients);
            counts("count of \"zelvik\"", new LearnerFilter("zelvik", StatusFilter.ALL), clients);
        }
        FIGURES.note(
                "%,d learners. At the door of the directory, with the rights asked and rows dressed for the screen; the control reads the same of each row. Of a search the control"
                        + " is the faster of two ways, chosen beforehand. A jump begins with what a screen knows of the list: its length and, but for the first, what all know of its places.",
                LEARNERS);
    }

    private void compare(DirectoryCase asked, int clients) {
        PlainDirectory control =
                new PlainDirectory(database, asked.filter(), asked.order(), offset(asked), listed, PAGE);
        measure(WARM, clients, () -> ours(asked));
        control.choose(sql -> new Values(measure(3, 1, () -> control.page(sql))).median());
        beside(asked.name(), clients, asked.most(), () -> ours(asked), control::page);
    }

    private void counts(String name, LearnerFilter filter, int clients) {
        beside(
                name,
                clients,
                COUNT_WITHIN,
                () -> directory.counts(admin, filter).then(),
                () -> PlainDirectory.counts(database, filter));
    }

    /** In turn, as many each as there is time for. */
    private static void beside(
            String name, int clients, int most, Supplier<Mono<Void>> ours, Supplier<Mono<Void>> control) {
        List<Double> taken = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        long end = System.nanoTime() + A_CASE.toNanos();
        int atOnce = Math.max(LEAST / ROUNDS, clients);
        int least = clients == 1 ? ROUNDS : ROUNDS_OF_MANY;
        for (int round = 0; round < least || round < MOST_ROUNDS && System.nanoTime() < end; round++) {
            taken.addAll(measure(atOnce, clients, ours));
            plain.addAll(measure(atOnce, clients, control));
        }
        String askers = clients == 1 ? name : name + ", %d at once".formatted(clients);
        Goal beside = Goal.ratio(MOST_TIMES_THE_CONTROL);
        FIGURES.add(
                clients == 1
                        ? new Figure(askers, "ms", taken, plain, beside, Goal.p95(most, "ms"))
                        : new Figure(askers, "ms", taken, plain, beside));
    }

    private Mono<Void> ours(DirectoryCase asked) {
        Trail trail = new Trail();
        if (!asked.filter().searches()) {
            trail.total(asked.filter(), listed);
        }
        return directory
                .page(admin, asked.filter(), asked.order(), offset(asked), PAGE, trail)
                .then();
    }

    private long offset(DirectoryCase asked) {
        return Math.round(listed * asked.place());
    }

    private static List<Double> measure(int times, int clients, Supplier<Mono<Void>> ask) {
        return Objects.requireNonNull(Flux.range(0, times)
                .flatMap(
                        _ -> Mono.defer(() -> {
                            long start = System.nanoTime();
                            return ask.get().then(Mono.fromSupplier(() -> (System.nanoTime() - start) / 1e6));
                        }),
                        clients)
                .collectList()
                .block());
    }
}
