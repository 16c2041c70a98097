package app.rollcall.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The state from which every round starts: the sample organisation, the courses of the list, nobody imported. */
final class Ground {

    private final DataSource dataSource;

    Ground(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void prepare() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (int number = 0; number < LearnerList.COURSES; number++) {
                statement.addBatch("INSERT INTO course (code, title, kind) VALUES ('%1$s', '%1$s', 'self_paced')"
                        .formatted(LearnerList.course(number)));
            }
            statement.executeBatch();
        }
    }

    /** Takes the imported out again. A replica's triggers are silent: no look at every key for each of those deleted. */
    void clear() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    "TRUNCATE import, import_source, import_file_part, import_row, import_email, import_match, import_finding");
            statement.execute("DELETE FROM job WHERE kind = 'import'");
            for (String table : new String[] {"invitation", "enrolment"}) {
                statement.execute("DELETE FROM " + table
                        + " WHERE person_id IN (SELECT id FROM person WHERE email::text LIKE '%@corp__.example')");
            }
            statement.execute("DELETE FROM person WHERE email::text LIKE '%@corp__.example'");
            statement.execute("RESET session_replication_role");
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    /** How many people, invitations and enrolments came of the list: one each is right. */
    String effects() throws SQLException {
        return text("""
                SELECT count(*) || '/' || count(i.id) || '/' || count(e.id) FROM person p
                LEFT JOIN invitation i ON i.person_id = p.id AND i.state IN ('queued', 'sent')
                LEFT JOIN enrolment e ON e.person_id = p.id AND e.attempt = 1
                WHERE p.email::text LIKE '%@corp__.example' AND p.status = 'pending'""");
    }

    String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
