package app.rollcall.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The control: the least a careful person would write by hand to the same end, on the product's own tables with all their
 * indexes and keys. One transaction, and durable.
 */
final class PlainSql {

    private static final String STAGING = """
            CREATE TEMP TABLE staging (row_no bigint GENERATED ALWAYS AS IDENTITY, email text, first_name text, last_name text,
              item_type text, item_id text) ON COMMIT DROP""";
    private static final String COPY =
            "COPY staging (email, first_name, last_name, item_type, item_id) FROM STDIN (FORMAT csv, HEADER)";
    private static final String PEOPLE = """
            INSERT INTO person (email, first_name, last_name, status)
            SELECT DISTINCT ON (lower(email)) email, first_name, last_name, 'pending' FROM staging ORDER BY lower(email), row_no
            ON CONFLICT (lower(email::text)) DO NOTHING""";
    private static final String INVITATIONS = """
            INSERT INTO invitation (person_id, invited_by)
            SELECT p.id, (SELECT id FROM person WHERE email = 'mira.solberg@example.org')
            FROM (SELECT DISTINCT lower(email) AS email FROM staging) s JOIN person p ON lower(p.email::text) = s.email""";
    private static final String ENROLMENTS = """
            INSERT INTO enrolment (person_id, course_id, assigned_by)
            SELECT p.id, c.id, (SELECT id FROM person WHERE email = 'mira.solberg@example.org')
            FROM staging s JOIN person p ON lower(p.email::text) = lower(s.email) JOIN course c ON c.code = s.item_id::citext
            ON CONFLICT DO NOTHING""";

    private final DataSource dataSource;

    PlainSql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Duration run(LearnerList list) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                Reader file = Files.newBufferedReader(list.file())) {
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            statement.execute(STAGING);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, file);
            for (String sql : List.of("ANALYZE staging", PEOPLE, INVITATIONS, ENROLMENTS)) {
                statement.execute(sql);
            }
            connection.commit();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
