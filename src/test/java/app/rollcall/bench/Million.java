package app.rollcall.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A directory of so many learners, as a large customer's looks: most active, some paused, invited or gone, in categories and courses. */
final class Million {

    private static final String SYLLABLES =
            "ARRAY['an','bel','car','dor','el','fin','gra','hol','is','jor','kat','lin','mar','nor','os',"
                    + "'pet','qui','ros','sal','tor','ul','vik','wil','xan','yor','zel','ber','chi','dan','ev']";

    private static final String FOLDER =
            "bench-million-" + ProcessHandle.current().pid();

    private final DataSource dataSource;
    private final int learners;

    Million(DataSource dataSource, int learners) {
        this.dataSource = dataSource;
        this.learners = learners;
    }

    /** One database for all benches of a run that want so many: the first of them makes them, and leaves them as they were. */
    static void durable(DynamicPropertyRegistry properties) {
        ImportBench.durable(properties, Path.of("target").toAbsolutePath().resolve(FOLDER));
    }

    /** The person table's indexes are made when it is full, which takes a third of the time. */
    void make() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> indexes = indexes(statement);
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET maintenance_work_mem = '512MB'");
            statement.execute("SELECT setseed(0.42)");
            for (String index : indexes) {
                statement.execute("DROP INDEX " + index.replaceAll("CREATE INDEX (\\S+) ON .*", "$1"));
            }
            statement.execute(
                    "INSERT INTO category (name, hue) SELECT 'Category ' || n, n * 29 % 360 FROM generate_series(1, 12) n");
            statement.execute(
                    "INSERT INTO course (code, title, kind) SELECT 'BENCH-' || n, 'Bench ' || n, 'self_paced' FROM generate_series(1, 40) n");
            statement.execute(people());
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute(
                    "INSERT INTO person_category SELECT p.id, c.id FROM person p, category c"
                            + " WHERE p.learner AND c.name LIKE 'Category%' AND (p.id * 7 + c.id * 13) % 11 = 0 ON CONFLICT DO NOTHING");
            statement.execute("INSERT INTO enrolment (person_id, course_id, completion, progress)"
                    + " SELECT p.id, c.id, CASE WHEN p.id % 4 = 0 THEN 'completed' ELSE 'not_started' END, CASE WHEN p.id % 4 = 0 THEN 100 ELSE 0 END"
                    + " FROM person p, course c WHERE p.learner AND c.code = 'BENCH-' || 1 + p.id % 40");
            statement.execute(
                    "INSERT INTO invitation (person_id, state, sent_at) SELECT id, 'sent', now() FROM person WHERE status = 'pending' ON CONFLICT DO NOTHING");
            statement.execute("RESET session_replication_role");
            statement.execute("RESET maintenance_work_mem");
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT indexdef FROM pg_indexes WHERE tablename = 'person' AND indexname LIKE 'person_directory%'")) {
            while (row.next()) {
                indexes.add(row.getString(1));
            }
        }
        return indexes;
    }

    private String people() {
        String syllable = "s[1 + (random() * 29)::int]";
        return """
                INSERT INTO person (email, first_name, last_name, status, status_before, last_login_at, created_at)
                SELECT lower(first || '.' || last || '.' || n || '@d' || n %% 50 || '.example.org'), first, last,
                       CASE WHEN r < 0.005 THEN 'disabled' WHEN r < 0.03 THEN 'pending' WHEN r < 0.06 THEN 'paused' ELSE 'active' END,
                       CASE WHEN r < 0.005 THEN 'active' END,
                       CASE WHEN login < 0.8 THEN now() - login * interval '400 days' END, now() - n * interval '30 seconds'
                FROM (SELECT n, random() AS r, random() AS login, initcap(%1$s || %1$s) AS first, initcap(%1$s || %1$s || %1$s) AS last
                      FROM generate_series(1, %2$d) n, (SELECT %3$s AS s) x) y
                """.formatted(syllable, learners, SYLLABLES);
    }
}
