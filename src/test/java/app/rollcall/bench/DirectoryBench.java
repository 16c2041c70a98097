package app.rollcall.bench;

import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.StatusFilter;
import app.rollcall.learner.Trail;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.io.IOException;
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
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The directory of a million learners ({@code -Dbench.learners=}) at its door, beside the best plain SQL for the same page, in
 * turn, for one asker and for several at once ({@code -Dbench.clients=1,8,32}). Ours reads rows dressed for the screen; so does
 * the control. A jump begins with nothing known of the list but its length.
 */
@SpringBootTest(properties = {"management.server.port=-1", "rollcall.trial=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryBench {

    private static final int LEARNERS = Integer.getInteger("bench.learners", 1_000_000);
    private static final int ASKED = Integer.getInteger("bench.asked", 60);
    private static final List<Integer> CLIENTS = Stream.of(
                    System.getProperty("bench.clients", "1,8,32").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int PAGE = 50;
    private static final int WARM = 10;
    private static final int ROUNDS = 3;
    private static final double MOST_TIMES_THE_CONTROL = 1.5;
    private static final Duration OR_MORE_THAN_IT = Duration.ofMillis(15);
    private static final int MOST_TIMES_THE_MEDIAN = 5;
    private static final Duration UNEVEN = Duration.ofMillis(25);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Directory directory;

    private final Report report = new Report();
    private Actor admin;
    private long listed;

    /** What is asked for, and how long one asker may wait for it at most (95 of 100). */
    private record Case(String name, LearnerFilter filter, LearnerOrder order, double place, Duration most) {

        static Case search(String text) {
            return new Case(
                    "search \"" + text + "\"",
                    new LearnerFilter(text, StatusFilter.ALL),
                    LearnerOrder.NAME,
                    0,
                    Duration.ofMillis(150));
        }

        static Case list(String name, StatusFilter status, LearnerOrder order, double place) {
            return new Case(
                    name, new LearnerFilter("", status), order, place, Duration.ofMillis(place == 0 ? 100 : 200));
        }
    }

    private static final List<Case> CASES = List.of(
            Case.list("first page", StatusFilter.ALL, LearnerOrder.NAME, 0),
            Case.list("first page, newest first", StatusFilter.ALL, LearnerOrder.ADDED_DESCENDING, 0),
            Case.list("first page, last login", StatusFilter.ALL, LearnerOrder.LOGIN_DESCENDING, 0),
            Case.list("first page, paused", StatusFilter.PAUSED, LearnerOrder.NAME, 0),
            Case.list("first page, disabled", StatusFilter.DISABLED, LearnerOrder.NAME, 0),
            Case.list("jump to a tenth", StatusFilter.ALL, LearnerOrder.NAME, 0.1),
            Case.list("jump to the middle", StatusFilter.ALL, LearnerOrder.NAME, 0.5),
            Case.list("jump to the end", StatusFilter.ALL, LearnerOrder.NAME, 0.9999),
            Case.search("m"),
            Case.search("ma"),
            Case.search("qz"),
            Case.search("mar"),
            Case.search("zelvik"),
            Case.search("zelvik bel"),
            Case.search("dan jor"),
            Case.search("example.org"),
            Case.search("nobody at all"),
            Case.search("l.m"));

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) throws IOException {
        ImportBench.durable(properties);
    }

    @BeforeAll
    void prepare() throws SQLException {
        Ground ground = new Ground(dataSource);
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
            "OM-03, OM-06 with a million learners a page, a search and a jump come in time, at every number of askers")
    void inTime() {
        report.line("Directory of %,d learners; milliseconds, %d asked", LEARNERS, ASKED);
        report.line("%-26s %7s %9s %9s %9s %9s %7s", "", "askers", "ours p50", "p95", "SQL p50", "p95", "ratio");
        SoftAssertions all = new SoftAssertions();
        for (int clients : CLIENTS) {
            for (Case asked : CASES) {
                compare(asked, clients, all);
            }
            counts(clients);
        }
        all.assertAll();
    }

    private void compare(Case asked, int clients, SoftAssertions all) {
        PlainDirectory control = new PlainDirectory(database, asked.filter, asked.order, offset(asked), listed, PAGE);
        measure(WARM, clients, () -> ours(asked));
        control.choose(sql -> quantile(measure(3, 1, () -> control.page(sql)), 0.5));
        List<Duration> ours = new ArrayList<>();
        List<Duration> plain = new ArrayList<>();
        int atOnce = Math.max(ASKED / ROUNDS, clients);
        for (int round = 0; round < ROUNDS; round++) {
            ours.addAll(measure(atOnce, clients, () -> ours(asked)));
            plain.addAll(measure(atOnce, clients, control::page));
        }
        Duration half = quantile(ours, 0.5);
        Duration most = quantile(ours, 0.95);
        Duration sql = quantile(plain, 0.5);
        report.line(
                "%-26s %7d %9.1f %9.1f %9.1f %9.1f %7.2f",
                asked.name, clients, ms(half), ms(most), ms(sql), ms(quantile(plain, 0.95)), ms(half) / ms(sql));
        if (clients == 1) {
            all.assertThat(most).as(asked.name + ": p95").isLessThanOrEqualTo(asked.most);
            all.assertThat(ms(most))
                    .as(asked.name + ": p95 by p50")
                    .isLessThanOrEqualTo(Math.max(MOST_TIMES_THE_MEDIAN * ms(half), ms(UNEVEN)));
            all.assertThat(ms(half))
                    .as(asked.name + ": beside plain SQL")
                    .isLessThanOrEqualTo(Math.max(ms(sql) * MOST_TIMES_THE_CONTROL, ms(sql.plus(OR_MORE_THAN_IT))));
        }
    }

    private void counts(int clients) {
        List<Duration> taken = measure(
                20,
                clients,
                () -> directory.counts(admin, LearnerFilter.EVERYBODY).then());
        report.line("%-26s %7d %9.1f %9.1f", "counts", clients, ms(quantile(taken, 0.5)), ms(quantile(taken, 0.95)));
    }

    private Mono<Void> ours(Case asked) {
        Trail trail = new Trail();
        if (!asked.filter.searches()) {
            trail.total(asked.filter, listed);
        }
        return directory
                .page(admin, asked.filter, asked.order, offset(asked), PAGE, trail)
                .then();
    }

    private long offset(Case asked) {
        return Math.round(listed * asked.place);
    }

    private static List<Duration> measure(int times, int clients, Supplier<Mono<Void>> ask) {
        return Objects.requireNonNull(Flux.range(0, times)
                .flatMap(
                        _ -> Mono.defer(() -> {
                            long start = System.nanoTime();
                            return ask.get().then(Mono.fromSupplier(() -> Duration.ofNanos(System.nanoTime() - start)));
                        }),
                        clients)
                .collectList()
                .block());
    }

    private static Duration quantile(List<Duration> taken, double share) {
        return Report.quantile(taken.stream().sorted().toList(), share);
    }

    private static double ms(Duration taken) {
        return taken.toNanos() / 1e6;
    }
}
