package app.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportRows;
import app.rollcall.importing.Imports;
import app.rollcall.importing.ReviewFilter;
import app.rollcall.importing.Step;
import app.rollcall.importing.csv.Column;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** How long a list takes to be checked, beside the plain SQL of the same joins, and how long its review takes to answer. */
@SpringBootTest(properties = {"management.server.port=-1", "rollcall.trial=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewBench {

    private static final int ROWS = 100_000;
    private static final int MANY = Integer.getInteger("bench.many", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int CALLS = 200;
    private static final int PAGE = 50;
    private static final double MOST_TIMES_THE_CONTROL = 1.5;
    private static final Duration PAGE_WITHIN = Duration.ofMillis(300);
    private static final Duration EDIT_WITHIN = Duration.ofMillis(200);

    /** Each row with all that it is judged by, written down: what the joins cost by themselves. */
    private static final String CONTROL = """
            CREATE TEMPORARY TABLE judged ON COMMIT DROP AS
            SELECT r.row_no, row_number() OVER (PARTITION BY lower(r.email), r.item_type, lower(r.item_id) ORDER BY r.row_no) AS nth,
                   coalesce(c.status, d.status) AS item, p.status AS person, e.id AS enrolled, a.person_id AS granted
            FROM import_row r
            LEFT JOIN course c ON r.item_type = 'course' AND c.code = r.item_id::citext
            LEFT JOIN product d ON r.item_type = 'product' AND d.code = r.item_id::citext
            LEFT JOIN person p ON lower(p.email::text) = lower(r.email)
            LEFT JOIN enrolment e ON e.person_id = p.id AND e.course_id = c.id AND e.archived_at IS NULL
            LEFT JOIN product_access a ON a.person_id = p.id AND a.product_id = d.id
            WHERE r.import_id = """;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportRows rows;

    private final Report report = new Report();
    private final Random random = new Random(42);
    private Actor admin;

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) throws IOException {
        ImportBench.durable(properties);
    }

    @BeforeAll
    void prepare() throws SQLException {
        Ground ground = new Ground(dataSource);
        ground.prepare();
        long id = Long.parseLong(ground.text("SELECT id FROM person WHERE email = 'mira.solberg@example.org'"));
        admin = new Actor(new PersonId(id), "Mira Solberg", Set.of(Role.ADMIN), Locale.ENGLISH, ZoneOffset.UTC);
    }

    @Test
    @DisplayName(
            "checking 100,000 rows takes at most 1.5 times the plain SQL of the same joins; a million rows are linear and page, filter and edit as a hundred do")
    void fastEnough() throws SQLException {
        try (HeapPeak heap = new HeapPeak()) {
            ImportId list = listed(ROWS);
            List<Double> ratios = new ArrayList<>();
            List<Duration> checks = new ArrayList<>();
            report.line("Check of %,d rows, one in a hundred of them wrong; ms", ROWS);
            for (int round = 0; round <= ROUNDS; round++) {
                Duration plain = control(list);
                Duration ours = checked(list);
                double ratio = (double) ours.toNanos() / plain.toNanos();
                report.line(
                        "%-8s control %5d, ours %5d, ratio %.2f",
                        round == 0 ? "warm-up" : round, plain.toMillis(), ours.toMillis(), ratio);
                if (round > 0) {
                    ratios.add(ratio);
                    checks.add(ours);
                }
            }
            imports.discard(admin, list).block();

            ImportId many = listed(MANY);
            Duration plain = control(many);
            Duration ours = checked(many);
            double linear = (double) ours.toNanos()
                    * ROWS
                    / MANY
                    / checks.stream()
                            .mapToLong(Duration::toNanos)
                            .sorted()
                            .skip(checks.size() / 2)
                            .findFirst()
                            .orElseThrow();
            report.line(
                    "%,d rows: control %d, ours %d ms, ratio %.2f; a row costs %.2f times what it does among %,d",
                    MANY, plain.toMillis(), ours.toMillis(), (double) ours.toNanos() / plain.toNanos(), linear, ROWS);

            Duration p95 = answers(
                    "page of all, anywhere",
                    _ -> rows.groups(admin, many, ReviewFilter.ALL, random.nextInt(MANY - PAGE), PAGE));
            answers(
                    "page of errors",
                    _ -> rows.groups(admin, many, ReviewFilter.ERRORS, random.nextInt(MANY / 100 - PAGE), PAGE));
            answers("page of valid", _ -> rows.groups(admin, many, ReviewFilter.VALID, random.nextInt(1000), PAGE));
            answers("page of the list", _ -> rows.list(admin, many, "", random.nextInt(MANY - PAGE), PAGE));
            Duration edit = answers(
                    "a changed ID, checked",
                    call -> rows.change(
                                    admin,
                                    many,
                                    1 + random.nextInt(MANY),
                                    Column.ITEM_ID,
                                    LearnerList.course(call % 40))
                            .thenReturn(true));
            answers(
                    "a changed address, checked",
                    call -> rows.change(
                                    admin,
                                    many,
                                    1 + random.nextInt(MANY),
                                    Column.EMAIL,
                                    "changed" + call + "@example.org")
                            .thenReturn(true));
            Duration holes = answers(
                    "page of all, with holes",
                    _ -> rows.groups(admin, many, ReviewFilter.ALL, random.nextInt(MANY - 2 * PAGE), PAGE));
            long peak = heap.megabytes();
            double median = Report.median(ratios);
            report.line(
                    "median ratio %.2f of %d rounds (at most %.1f); peak heap %d MB, garbage included, of %d",
                    median, ROUNDS, MOST_TIMES_THE_CONTROL, peak, HeapPeak.mostMegabytes());
            assertThat(median).as("median ratio").isLessThanOrEqualTo(MOST_TIMES_THE_CONTROL);
            assertThat(List.of(p95, holes))
                    .as("p95 of a page")
                    .allSatisfy(one -> assertThat(one).isLessThan(PAGE_WITHIN));
            assertThat(edit).as("p95 of an edit").isLessThan(EDIT_WITHIN);
        }
    }

    /** A list that was read, one row in a hundred naming a course that is none. */
    private ImportId listed(int size) throws SQLException {
        LearnerList list = LearnerList.of(size, Path.of("target", "bench-" + size + ".csv"));
        long start = System.nanoTime();
        ImportId id = Objects.requireNonNull(imports.upload(admin, UUID.randomUUID(), "bench.csv", list.bytes())
                .block());
        reaches(id, Step.ADDING);
        report.line(
                "%,d rows uploaded, read and grouped in %d ms",
                size, Duration.ofNanos(System.nanoTime() - start).toMillis());
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE import_row SET item_id = 'BENCH-X' || row_no %% 7 WHERE row_no %% 100 = 0 AND import_id = %d"
                            .formatted(id.value()));
        }
        return id;
    }

    private Duration checked(ImportId id) {
        Import before = Objects.requireNonNull(imports.find(admin, id).block());
        if (before.step() == Step.CHECKING) {
            imports.reopen(admin, id).block();
        }
        long start = System.nanoTime();
        imports.validate(admin, id).block();
        reaches(id, Step.CHECKING);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void reaches(ImportId id, Step step) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> imports.find(admin, id).block(),
                        now -> now != null && now.job().state() == JobState.REVIEW && now.step() == step);
    }

    private Duration control(ImportId id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            statement.execute(CONTROL + id.value());
            connection.commit();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private Duration answers(String what, IntFunction<Mono<?>> call) {
        List<Duration> taken = IntStream.range(0, CALLS)
                .mapToObj(number -> {
                    Mono<?> asked = call.apply(number);
                    long start = System.nanoTime();
                    asked.block();
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .sorted()
                .toList();
        Duration p95 = Report.quantile(taken, 0.95);
        report.line(
                "%-28s p50 %4d, p95 %4d, max %4d ms",
                what,
                Report.quantile(taken, 0.5).toMillis(),
                p95.toMillis(),
                taken.getLast().toMillis());
        return p95;
    }
}
