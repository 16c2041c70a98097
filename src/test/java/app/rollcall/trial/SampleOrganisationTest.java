package app.rollcall.trial;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.TestDatabase;
import app.rollcall.security.TryAs;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The sample organisation: what is in it, how soon, and that it is the same each time. */
class SampleOrganisationTest {

    private static final PasswordEncoder ENCODER = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private static PGSimpleDataSource database;
    private static Duration took;

    @BeforeAll
    static void load() {
        database = migrated("trial_one");
        long start = System.nanoTime();
        assertThat(new SampleOrganisation(database, ENCODER).loadIfEmpty()).isTrue();
        took = Duration.ofNanos(System.nanoTime() - start);
    }

    /** How long a start takes is StartBench's to say, on a machine that does nothing else. */
    @Test
    void isThereBeforeSomebodyWouldGiveUp() {
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5000  | person WHERE learner
            4550  | person WHERE learner AND status = 'active'
            200   | person WHERE learner AND status = 'paused'
            170   | person WHERE learner AND status = 'pending'
            80    | person WHERE learner AND status = 'disabled'
            7     | person WHERE NOT learner
            8     | person_role
            14    | category
            40    | course
            2     | course WHERE status = 'archived'
            1     | course WHERE status = 'draft'
            12    | product
            3     | course_staff s JOIN person p ON p.id = s.person_id WHERE p.email = 'priya.raman@example.org'
            12    | enrolment e JOIN person p ON p.id = e.person_id WHERE p.email = 'amara.okafor@example.org' AND e.archived_at IS NULL
            0     | enrolment WHERE completion = 'started' AND progress > 0
            0     | person p WHERE status = 'pending' AND NOT EXISTS (SELECT FROM invitation i WHERE i.person_id = p.id)
            0     | invitation WHERE token_hash IS NOT NULL
            0     | invitation WHERE state = 'expired' AND expires_at > now() OR state IN ('sent', 'opened') AND expires_at < now()
            0     | person WHERE last_login_at < created_at OR created_at > now() OR last_login_at > now()
            0     | enrolment e JOIN person p ON p.id = e.person_id WHERE e.assigned_at < p.created_at
            0     | person WHERE location IS NOT NULL AND last_login_at IS NULL
            0     | enrolment WHERE completed_at < started_at OR started_at < assigned_at OR completed_at > now()
            0     | (SELECT FROM enrolment WHERE archived_at IS NULL GROUP BY person_id HAVING count(*) > 15) many
            """)
    void holds(long expected, String what) {
        assertThat(answer(database, "SELECT count(*) FROM " + what)).isEqualTo(Long.toString(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5    | count(DISTINCT i.state) FROM invitation i JOIN person p ON p.id = i.person_id WHERE p.status = 'pending'
            150  | count(DISTINCT first_name) FROM person
            200  | count(DISTINCT last_name) FROM person
            1000 | count(location) FROM person
            300  | count(*) FROM enrolment WHERE attempt = 2
            1000 | count(*) FROM enrolment WHERE due_at < now() AND completion <> 'completed'
            4    | count(DISTINCT completion) FROM enrolment
            3    | count(DISTINCT success) FROM enrolment
            5    | count(DISTINCT categories) FROM (SELECT count(c.person_id) AS categories FROM person p LEFT JOIN person_category c ON c.person_id = p.id GROUP BY p.id) x
            """)
    void holdsAtLeast(long atLeast, String what) {
        assertThat(Long.parseLong(answer(database, "SELECT " + what))).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void theDirectoryOpensWithThePeopleOfTheMock() {
        assertThat(answer(database, """
                SELECT string_agg(shown, ', ' ORDER BY search) FROM (
                  SELECT search, CASE status WHEN 'pending' THEN email ELSE first_name END AS shown
                  FROM person WHERE learner AND status <> 'disabled' ORDER BY search LIMIT 11) AS page"""))
                .isEqualTo("Amara, Anaïs, Anders, Beatriz, benedikt.haas@example.org, Chidi, Daria, Dmitri,"
                        + " e.moreau@example.org, Elif, Farah");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mira.solberg@example.org",
                "ana.ruiz@example.org",
                "tomas.keller@example.org",
                "amara.okafor@example.org",
                "daria.kowalczyk@example.org"
            })
    void whoIsOfferedOnTheSignInPageMaySignIn(String email) {
        assertThat(new TrialAccounts().people()).extracting(TryAs::email).contains(email);
        String hash = answer(
                database,
                "SELECT password_hash FROM credential JOIN person ON id = person_id WHERE email = '" + email + "'");
        assertThat(ENCODER.matches(new TrialAccounts().password(), hash)).isTrue();
    }

    @Test
    void isTheSameEachTimeButForTheDates() {
        PGSimpleDataSource other = migrated("trial_two");
        assertThat(new SampleOrganisation(other, ENCODER).loadIfEmpty()).isTrue();
        assertThat(digests(other)).isEqualTo(digests(database)).hasSizeGreaterThan(10);
    }

    @Test
    void isNotLoadedOverWhatIsThere() {
        assertThat(new SampleOrganisation(database, ENCODER).loadIfEmpty()).isFalse();
    }

    private static PGSimpleDataSource migrated(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + TestDatabase.server().create(name).replaceFirst("//postgres@", "//"));
        source.setUser("postgres");
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** A digest of each table over the columns that are neither dates nor salted. */
    private static Map<String, String> digests(PGSimpleDataSource source) {
        Map<String, String> digests = new TreeMap<>();
        for (String query : answers(source, """
                SELECT format('SELECT md5(string_agg(t::text, E''\\n'' ORDER BY t::text)) FROM (SELECT %s FROM %I) AS t',
                              string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position), table_name)
                FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
                AND data_type <> 'timestamp with time zone' AND column_name <> 'password_hash'
                GROUP BY table_name""")) {
            digests.put(query, String.valueOf(answer(source, query)));
        }
        return digests;
    }

    private static String answer(PGSimpleDataSource source, String sql) {
        return answers(source, sql).getFirst();
    }

    private static List<String> answers(PGSimpleDataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(String.valueOf(rows.getString(1)));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
