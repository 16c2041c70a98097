package app.rollcall.bench;

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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** How long a list takes to be checked, beside the plain SQL of the same joins, and how long its review takes to answer. */
@SpringBootTest(properties = {"management.server.port=-1", "rollcall.trial=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class ReviewBench {

    @RegisterExtension
    static final Figures FIGURES = Figures.of("review");

    private static final int ROWS = 100_000;
    private static final int MANY = Integer.getInteger("bench.many", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int CALLS = 200;
    private static final int PAGE = 50;
    private static final double MOST_TIMES_THE_CONTROL = 1.5;
    private static final int PAGE_WITHIN = 300;
    private static final int EDIT_WITHIN = 200;

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

    private final Random random = new Random(42);
    private Actor admin;

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) throws IOException {
        ImportBench.durable(properties);
    }

    @BeforeAll
    void prepare() throws SQLException {
        FIGURES.on(dataSource);
        Ground ground = new Ground(dataSource);
        ground.prepare();
        long id = Long.parseLong(ground.text("SELECT id FROM person WHERE email = 'mira.solberg@example.org'"));
        admin = new Actor(new PersonId(id), "Mira Solberg", Set.of(Role.ADMIN), Locale.ENGLISH, ZoneOffset.UTC);
    }

    @Test
    @DisplayName(
            "checking 100,000 rows beside the plain SQL of the same joins; a million rows are linear and page, filter and edit as a hundred do")
    void fastEnough() throws SQLException {
        try (HeapPeak heap = new HeapPeak()) {
            ImportId list = listed(ROWS);
            List<Duration> controls = new ArrayList<>();
            List<Duration> checks = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                Duration plain = control(list);
                Duration ours = checked(list);
                if (round > 0) {
                    controls.add(plain);
                    checks.add(ours);
                }
            }
            FIGURES.add(new Figure(
                    "%,d rows checked, one in a hundred of them wrong".formatted(ROWS),
                    "ms",
                    Values.milliseconds(checks).all(),
                    Values.milliseconds(controls).all(),
                    Goal.ratio(MOST_TIMES_THE_CONTROL)));
            imports.discard(admin, list).block();

            ImportId many = listed(MANY);
            Values plain = Values.milliseconds(List.of(control(many)));
            Values ours = Values.milliseconds(List.of(checked(many)));
            FIGURES.add(new Figure("%,d rows checked".formatted(MANY), "ms", ours.all(), plain.all()));
            FIGURES.add(new Figure(
                    "a row checked among %,d, beside one among %,d".formatted(MANY, ROWS),
                    "µs",
                    List.of(ours.median() * 1e3 / MANY),
                    List.of(Values.milliseconds(checks).median() * 1e3 / ROWS)));
            answers(
                    "page of all, anywhere",
                    PAGE_WITHIN,
                    _ -> rows.groups(admin, many, ReviewFilter.ALL, random.nextInt(MANY - PAGE), PAGE));
            answers(
                    "page of errors",
                    PAGE_WITHIN,
                    _ -> rows.groups(admin, many, ReviewFilter.ERRORS, random.nextInt(MANY / 100 - PAGE), PAGE));
            answers(
                    "page of valid",
                    PAGE_WITHIN,
                    _ -> rows.groups(admin, many, ReviewFilter.VALID, random.nextInt(1000), PAGE));
            answers(
                    "page of the list",
                    PAGE_WITHIN,
                    _ -> rows.list(admin, many, "", random.nextInt(MANY - PAGE), PAGE));
            answers(
                    "a changed ID, checked",
                    EDIT_WITHIN,
                    call -> rows.change(
                                    admin,
                                    many,
                                    1 + random.nextInt(MANY),
                                    Column.ITEM_ID,
                                    LearnerList.course(call % 40))
                            .thenReturn(true));
            answers(
                    "a changed address, checked",
                    EDIT_WITHIN,
                    call -> rows.change(
                                    admin,
                                    many,
                                    1 + random.nextInt(MANY),
                                    Column.EMAIL,
                                    "changed" + call + "@example.org")
                            .thenReturn(true));
            answers(
                    "page of all, with holes",
                    PAGE_WITHIN,
                    _ -> rows.groups(admin, many, ReviewFilter.ALL, random.nextInt(MANY - 2 * PAGE), PAGE));
            FIGURES.add(new Figure(
                    "heap, garbage included, of %,d MB".formatted(HeapPeak.mostMegabytes()),
                    "MB",
                    List.of((double) heap.megabytes()),
                    List.of()));
        }
    }

    /** A list that was read, one row in a hundred naming a course that is none. */
    private ImportId listed(int size) throws SQLException {
        LearnerList list = LearnerList.of(size);
        ImportId id = Objects.requireNonNull(imports.upload(admin, UUID.randomUUID(), "bench.csv", list.bytes())
                .block());
        reaches(id, Step.ADDING);
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

    private static void answers(String what, int within, IntFunction<Mono<?>> call) {
        List<Duration> taken = IntStream.range(0, CALLS)
                .mapToObj(number -> {
                    Mono<?> asked = call.apply(number);
                    long start = System.nanoTime();
                    asked.block();
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .toList();
        FIGURES.add(new Figure(what, "ms", Values.milliseconds(taken).all(), List.of(), Goal.p95(within, "ms")));
    }
}
