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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An import of 100,000 new learners ({@code -Dbench.rows=}) beside the same work done in plain SQL, in turn and from the
 * same state, on the embedded server as it is in production. Only what is measured within one run is compared: the machine
 * has other work.
 */
@SpringBootTest(properties = {"management.server.port=-1", "rollcall.trial=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double APPLIED_WITHIN = 1.5;
    private static final double ALL_WITHIN = 2.0;
    private static final Duration SEARCH_WITHIN = Duration.ofMillis(300);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Imports imports;

    @Autowired
    private LiveEvents live;

    @Autowired
    private Directory directory;

    private final Report report = new Report();
    private Ground ground;
    private PlainSql control;
    private OurImport ours;
    private LearnerList list;
    private Actor admin;
    private Actor second;

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path data = Files.createTempDirectory(target, "bench-data-");
        properties.add("rollcall.data", data::toString);
        properties.add(
                "rollcall.database.programs",
                () -> target.resolve("bench-programs").toString());
    }

    @BeforeAll
    void prepare() throws SQLException {
        ground = new Ground(dataSource);
        ground.prepare();
        control = new PlainSql(dataSource);
        ours = new OurImport(imports, live);
        list = LearnerList.of(ROWS, Path.of("target", "bench-" + ROWS + ".csv"));
        admin = actor("mira.solberg@example.org");
        second = actor("ana.ruiz@example.org");
    }

    @Test
    @DisplayName(
            "LV-03 new learners are applied in at most 1.5 times the plain SQL, in 512 MB, and others search meanwhile")
    void fastEnough() throws SQLException, IOException {
        report.line("Import of %,d new learners, each with an invitation and one enrolment; ms", ROWS);
        report.line(
                "fsync %s, synchronous_commit %s, full_page_writes %s, as in production; PostgreSQL %s",
                setting("fsync"),
                setting("synchronous_commit"),
                setting("full_page_writes"),
                setting("server_version"));
        report.line("%-16s %8s %8s %7s %8s %7s", "round", "control", "applied", "ratio", "whole", "ratio");
        List<Double> applied = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        long peak;
        List<Duration> searches;
        try (HeapPeak heap = new HeapPeak()) {
            round("warm-up", new ArrayList<>(), new ArrayList<>());
            for (int number = 1; number <= ROUNDS; number++) {
                round("" + number, applied, whole);
            }
            searches = roundWithSearches();
            peak = heap.megabytes();
        }
        double median = Report.median(applied);
        Duration p95 = Report.quantile(searches, 0.95);
        report.line(
                "median of %d rounds: applied %.2f (at most %.1f), the whole way %.2f (at most %.1f) times the control",
                ROUNDS, median, APPLIED_WITHIN, Report.median(whole), ALL_WITHIN);
        report.line(
                "searches during the last round: %d, p50 %d, p95 %d, max %d ms (p95 below %d)",
                searches.size(),
                Report.quantile(searches, 0.5).toMillis(),
                p95.toMillis(),
                searches.getLast().toMillis(),
                SEARCH_WITHIN.toMillis());
        report.line("peak heap %d MB, garbage included, of %d", peak, HeapPeak.mostMegabytes());
        assertThat(median).as("median of applied").isLessThanOrEqualTo(APPLIED_WITHIN);
        assertThat(Report.median(whole)).as("median of the whole way").isLessThanOrEqualTo(ALL_WITHIN);
        assertThat(p95).as("p95 of the searches").isLessThan(SEARCH_WITHIN);
    }

    private void round(String name, List<Double> applied, List<Double> whole) throws SQLException, IOException {
        ground.clear();
        Duration plain = control.run(list);
        assertEffects();
        ground.clear();
        OurImport.Times times = ours.run(admin, list);
        assertEffects();
        report.round(name, plain, times);
        applied.add(Report.ratio(plain, times.apply()));
        whole.add(Report.ratio(plain, times.whole()));
    }

    private List<Duration> roundWithSearches() throws SQLException, IOException {
        ground.clear();
        Duration plain = control.run(list);
        ground.clear();
        try (Searches searches = new Searches(directory, second)) {
            OurImport.Times times = ours.run(admin, list);
            report.round("(with searches)", plain, times);
            return searches.sorted();
        }
    }

    private void assertEffects() throws SQLException {
        assertThat(ground.effects()).isEqualTo("%1$d/%1$d/%1$d".formatted(ROWS));
    }

    private Actor actor(String email) throws SQLException {
        long id = Long.parseLong(ground.text("SELECT id FROM person WHERE email = '" + email + "'"));
        return new Actor(new PersonId(id), email, Set.of(Role.ADMIN), Locale.ENGLISH, ZoneOffset.UTC);
    }

    private String setting(String name) throws SQLException {
        return ground.text("SHOW " + name);
    }
}
