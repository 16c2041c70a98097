package app.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.Imports;
import app.rollcall.learner.Directory;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

/**
 * Imports of new learners beside the same work done in plain SQL, in turn and from the same state, on the embedded server as
 * it is in production: {@code -Dbench.imports=10000x3,100000x1,1000000x1} are rows and rounds. Only what is measured within
 * one run is compared: the machine has other work.
 */
@SpringBootTest(properties = {"management.server.port=-1", "rollcall.trial=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class ImportBench {

    @RegisterExtension
    static final Figures FIGURES = Figures.of("import");

    private static final List<int[]> SIZES = Stream.of(System.getProperty("bench.imports", "10000x3,100000x1,1000000x1")
                    .split(","))
            .map(size -> Stream.of(size.split("x")).mapToInt(Integer::parseInt).toArray())
            .toList();

    private static final int WARM = 10_000;
    private static final int MANY = 1_000_000;
    private static final int MORE = 100_000;

    /** Of more rows the control on our own tables alone would take a tenth of the run. */
    private static final int MOST_ON_OUR_TABLES = 100_000;

    private static final double APPLIED_WITHIN = 1.0;
    private static final double WHOLE_WITHIN = 1.3;
    private static final double FLAT_WITHIN = 1.2;
    private static final double FILLED_WITHIN = 1.5;
    private static final int SEARCH_WITHIN = 300;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Imports imports;

    @Autowired
    private LiveEvents live;

    @Autowired
    private Directory directory;

    private final Map<Integer, List<Round>> measured = new LinkedHashMap<>();
    private Ground ground;
    private OurImport ours;
    private Actor admin;
    private Actor second;

    /**
     * One import and its controls.
     *
     * @param control on our tables; null where it was left out
     * @param bare on tables of its own
     */
    private record Round(int rows, @Nullable Duration control, Duration bare, OurImport.Times ours) {

        double perRow(Duration taken) {
            return taken.toNanos() / 1e3 / rows;
        }
    }

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        durable(properties, Files.createTempDirectory(Files.createDirectories(target), "bench-data-"));
    }

    /** The embedded server as it is in production, with its data in a folder of the build. */
    static void durable(DynamicPropertyRegistry properties, Path data) {
        properties.add("rollcall.data", data::toString);
        properties.add(
                "rollcall.database.programs",
                () -> data.resolveSibling("bench-programs").toString());
    }

    @BeforeAll
    void prepare() throws SQLException {
        FIGURES.on(dataSource);
        ground = new Ground(dataSource);
        ground.prepare();
        ours = new OurImport(imports, live);
        admin = actor("mira.solberg@example.org");
        second = actor("ana.ruiz@example.org");
    }

    @Test
    @DisplayName("LV-03 imports of new learners, small and large, beside plain SQL; others search meanwhile")
    void imports() throws SQLException, IOException {
        try (HeapPeak heap = new HeapPeak()) {
            warmUp();
            for (int[] size : SIZES) {
                LearnerList list = LearnerList.of(size[0]);
                List<Round> rounds = new ArrayList<>();
                for (int number = 0; number < size[1]; number++) {
                    rounds.add(round(list));
                }
                measured.put(size[0], rounds);
                tell(size[0], rounds);
            }
            if (measured.containsKey(MANY) && measured.containsKey(MORE)) {
                intoAFullHouse();
            }
            flat();
            whileOthersSearch();
            FIGURES.add(new Figure(
                    "heap, garbage included, of %,d MB".formatted(HeapPeak.mostMegabytes()),
                    "MB",
                    List.of((double) heap.megabytes()),
                    List.of()));
        }
        FIGURES.note(
                "Each row is a new learner with an invitation and an enrolment. Control: COPY and set-based SQL in one durable transaction,"
                        + " on our tables with all their indexes; bare: the same on tables that hold nothing else, a token and a mail for each.");
        FIGURES.note("Applied includes the second look at the ground that confirming takes. Whole: from the first byte"
                + " uploaded to the last row committed, by the live feed, validated and confirmed at once.");
    }

    private void warmUp() throws SQLException, IOException {
        LearnerList list = LearnerList.of(WARM);
        for (int number = 0; number < 2; number++) {
            round(list);
        }
    }

    private Round round(LearnerList list) throws SQLException, IOException {
        ground.clear();
        PlainSql.makeBareTables(dataSource);
        Duration bare = PlainSql.BARE_TABLES.run(dataSource, list);
        assertThat(ground.text("SELECT count(*) FROM bare.outbox")).isEqualTo("" + list.rows());
        PlainSql.dropBareTables(dataSource);
        Duration plain = list.rows() > MOST_ON_OUR_TABLES ? null : onOurTables(list);
        ground.clear();
        OurImport.Times times = ours.run(admin, list);
        assertEffects(list.rows());
        System.out.printf(
                "%,d rows: control %d, bare %d, ours: upload %d, read %d, check %d, apply %d ms; chunks %s%n",
                list.rows(),
                plain == null ? 0 : plain.toMillis(),
                bare.toMillis(),
                times.upload().toMillis(),
                times.read().toMillis(),
                times.check().toMillis(),
                times.apply().toMillis(),
                times.chunks().stream().map(Duration::toMillis).toList());
        return new Round(list.rows(), plain, bare, times);
    }

    private Duration onOurTables(LearnerList list) throws SQLException, IOException {
        ground.clear();
        Duration taken = PlainSql.OUR_TABLES.run(dataSource, list);
        assertEffects(list.rows());
        return taken;
    }

    private void tell(int rows, List<Round> rounds) {
        String name = "%,d rows".formatted(rows);
        step(name + ", uploaded", rounds, OurImport.Times::upload);
        step(name + ", staged", rounds, OurImport.Times::read);
        step(name + ", checked", rounds, OurImport.Times::check);
        if (rows <= MOST_ON_OUR_TABLES) {
            beside(name + ", applied", rounds, OurImport.Times::apply, Round::control, Goal.ratio(APPLIED_WITHIN));
            beside(name + ", whole", rounds, OurImport.Times::whole, Round::control, Goal.ratio(WHOLE_WITHIN));
        }
        beside(
                name + ", applied, beside bare",
                rounds,
                OurImport.Times::apply,
                Round::bare,
                Goal.ratio(APPLIED_WITHIN));
        beside(name + ", whole, beside bare", rounds, OurImport.Times::whole, Round::bare, Goal.ratio(WHOLE_WITHIN));
    }

    private static void step(String name, List<Round> rounds, Function<OurImport.Times, Duration> step) {
        FIGURES.add(new Figure(name, "ms", milliseconds(rounds, round -> step.apply(round.ours)), List.of()));
    }

    private static void beside(
            String name,
            List<Round> rounds,
            Function<OurImport.Times, Duration> step,
            Function<Round, @Nullable Duration> control,
            Goal... goals) {
        FIGURES.add(new Figure(
                name,
                "ms",
                milliseconds(rounds, round -> step.apply(round.ours)),
                milliseconds(rounds, control),
                goals));
    }

    private static List<Double> milliseconds(List<Round> rounds, Function<Round, @Nullable Duration> taken) {
        return Values.milliseconds(
                        rounds.stream().map(taken).map(Objects::requireNonNull).toList())
                .all();
    }

    /** Into what the last round left. */
    private void intoAFullHouse() throws SQLException {
        OurImport.Times times = ours.run(admin, LearnerList.of(MORE, MANY));
        assertEffects(MANY + MORE);
        FIGURES.add(new Figure(
                "%,d rows more among %,d, whole, beside as many into none".formatted(MORE, MANY),
                "ms",
                List.of(times.whole().toNanos() / 1e6),
                List.of(new Values(milliseconds(measured.get(MORE), round -> round.ours.whole())).median()),
                Goal.ratio(FILLED_WITHIN)));
    }

    private void flat() {
        List<Integer> sizes = measured.keySet().stream().sorted().toList();
        if (sizes.size() < 2) {
            return;
        }
        flat("ours, applied", sizes, round -> round.ours.apply(), Goal.ratio(FLAT_WITHIN));
        flat("ours, whole", sizes, round -> round.ours.whole(), Goal.ratio(FLAT_WITHIN));
        flat("bare", sizes, Round::bare);
    }

    private void flat(String name, List<Integer> sizes, Function<Round, Duration> taken, Goal... goals) {
        FIGURES.add(new Figure(
                "a row of %,d beside one of %,d: %s".formatted(sizes.getLast(), sizes.getFirst(), name),
                "µs",
                List.of(perRow(sizes.getLast(), taken)),
                List.of(perRow(sizes.getFirst(), taken)),
                goals));
    }

    private double perRow(int rows, Function<Round, Duration> taken) {
        return Values.of(measured.get(rows), round -> round.perRow(taken.apply(round)))
                .median();
    }

    private void whileOthersSearch() throws SQLException {
        ground.clear();
        try (Searches searches = new Searches(directory, second)) {
            ours.run(admin, LearnerList.of(MORE));
            FIGURES.add(new Figure(
                    "a search of the directory while %,d rows are imported".formatted(MORE),
                    "ms",
                    Values.milliseconds(searches.sorted()).all(),
                    List.of(),
                    Goal.p95(SEARCH_WITHIN, "ms")));
        }
    }

    private void assertEffects(int rows) throws SQLException {
        assertThat(ground.effects()).isEqualTo("%1$d/%1$d/%1$d".formatted(rows));
    }

    private Actor actor(String email) throws SQLException {
        long id = Long.parseLong(ground.text("SELECT id FROM person WHERE email = '" + email + "'"));
        return new Actor(new PersonId(id), email, Set.of(Role.ADMIN), Locale.ENGLISH, ZoneOffset.UTC);
    }
}
