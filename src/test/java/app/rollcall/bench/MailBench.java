package app.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.rollcall.importing.Imports;
import app.rollcall.importing.Matching;
import app.rollcall.importing.Options;
import app.rollcall.live.LiveEvents;
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
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
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
 * An import of 100,000 new learners while 10,000 invitations leave beside it, and the same import by itself, in turn. Both hold
 * their own invitations back, so that the control sends no mail. The mail server is in the same process and costs what it costs.
 */
@SpringBootTest(properties = {"management.server.port=-1", "rollcall.trial=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class MailBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int MAILS = Integer.getInteger("bench.mails", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int PER_MINUTE = Integer.getInteger("bench.per-minute", 6_000);
    private static final double MOST_TIMES_THE_CONTROL = 1.10;
    private static final double MOST_TIMES_THE_RATE = 1.05;
    private static final double LEAST_OF_THE_RATE = 0.8;
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    @RegisterExtension
    static final Figures FIGURES = Figures.of("mail");

    private static final CountingSmtp SERVER = new CountingSmtp();

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Imports imports;

    @Autowired
    private LiveEvents live;

    private Ground ground;
    private OurImport ours;
    private LearnerList list;
    private Actor admin;

    @DynamicPropertySource
    static void durable(DynamicPropertyRegistry properties) throws IOException {
        ImportBench.durable(properties);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("rollcall.mail.per-minute", () -> PER_MINUTE);
        properties.add("rollcall.mail.per-minute-and-domain", () -> PER_MINUTE);
    }

    @BeforeAll
    void prepare() throws SQLException {
        FIGURES.on(dataSource);
        ground = new Ground(dataSource);
        ground.prepare();
        run("INSERT INTO organisation (name) VALUES ('Northwind Training')");
        run("INSERT INTO person (email, first_name, last_name, status, learner)"
                + " VALUES ('mira.solberg@example.org', 'Mira', 'Solberg', 'active', false)");
        run("INSERT INTO person_role (person_id, role) SELECT id, 'admin' FROM person");
        admin = new Actor(
                new PersonId(Long.parseLong(ground.text("SELECT id FROM person"))),
                "Mira Solberg",
                Set.of(Role.ADMIN),
                Locale.ENGLISH,
                ZoneOffset.UTC);
        ours = new OurImport(
                imports, live, new Options(Options.Invitations.LATER, false, null, null, null, Matching.DEFAULT));
        list = LearnerList.of(ROWS);
    }

    @AfterAll
    void hangUp() throws IOException {
        SERVER.close();
    }

    @Test
    @DisplayName(
            "10,000 invitations leave at the set rate, and an import beside them is not slower by more than a tenth")
    void besideAnImport() throws SQLException {
        List<Duration> alone = new ArrayList<>();
        List<Duration> beside = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int number = 0; number <= ROUNDS; number++) {
            Duration without = alone();
            Duration with = beside().whole();
            if (number > 0) {
                alone.add(without);
                beside.add(with);
                rates.add(MAILS * 60e9 / SERVER.span().toNanos());
            }
        }
        FIGURES.add(new Figure(
                "import of %,d rows while mail leaves, beside the same alone".formatted(ROWS),
                "ms",
                Values.milliseconds(beside).all(),
                Values.milliseconds(alone).all(),
                Goal.ratio(MOST_TIMES_THE_CONTROL)));
        FIGURES.add(new Figure("mails a minute, %,d set".formatted(PER_MINUTE), "mails", rates, List.of()));
        assertThat(rates)
                .as("mails a minute")
                .allSatisfy(rate ->
                        assertThat(rate).isBetween(PER_MINUTE * LEAST_OF_THE_RATE, PER_MINUTE * MOST_TIMES_THE_RATE));
    }

    private Duration alone() throws SQLException {
        clear();
        return ours.run(admin, list).whole();
    }

    /** Begins when mail is leaving, and says so if none is left to leave when the import ends: then it would prove nothing. */
    private OurImport.Times beside() throws SQLException {
        clear();
        SERVER.startAnew();
        run(
                "INSERT INTO person (email, first_name, status) SELECT 'invited' || n || '@d' || n %% 50 || '.example.org', 'Invited', 'pending' FROM generate_series(1, %d) n"
                        .formatted(MAILS));
        run("INSERT INTO invitation (person_id) SELECT id FROM person WHERE email::text LIKE 'invited%'");
        await().atMost(DEADLINE).until(() -> SERVER.taken() > 0);
        OurImport.Times times = ours.run(admin, list);
        assertThat(SERVER.taken()).as("mails that left before the import ended").isLessThan(MAILS);
        await().atMost(DEADLINE)
                .until(() -> ground.text("SELECT count(*) FROM invitation WHERE state = 'sent'")
                        .equals("" + MAILS));
        assertThat(SERVER.taken()).as("mails taken over, each once").isEqualTo(MAILS);
        return times;
    }

    private void clear() throws SQLException {
        run("DELETE FROM invitation WHERE person_id IN (SELECT id FROM person WHERE email::text LIKE 'invited%')");
        run("DELETE FROM person WHERE email::text LIKE 'invited%'");
        ground.clear();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
