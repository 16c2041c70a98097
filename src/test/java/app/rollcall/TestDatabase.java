package app.rollcall;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;

/** The database of a {@link RollcallTest}, reached past the application: to empty it, to fill it, to look into it. */
@TestComponent
public class TestDatabase {

    private static final String DEADLOCK = "40P01";

    private final DataSource dataSource;

    TestDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The JVM's one server; started when first asked for, stopped with the JVM. */
    public static TestServer server() {
        return Holder.SERVER;
    }

    /**
     * Empties every table and starts ids again at 1. Recurring tasks stay as they are. What still runs of an earlier test may hold
     * tables in another order: who loses that deadlock is we, as often as need be.
     */
    public void reset() {
        for (boolean done = false; !done; ) {
            done = emptied();
        }
    }

    private boolean emptied() {
        try {
            empty();
            return true;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException lost && DEADLOCK.equals(lost.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private void empty() {
        withConnection(connection -> {
            List<String> tables = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery("""
                        SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'
                        AND tablename NOT IN ('flyway_schema_history', 'scheduled_tasks')""")) {
                    while (rows.next()) {
                        tables.add(rows.getString(1));
                    }
                }
                // The audit refuses to be emptied; a replica's triggers are silent.
                statement.execute("SET session_replication_role = replica");
                statement.execute("TRUNCATE " + String.join(", ", tables) + " RESTART IDENTITY CASCADE");
                statement.execute("RESET session_replication_role");
                statement.execute("DELETE FROM scheduled_tasks WHERE task_instance <> 'recurring'");
            }
            return tables.size();
        });
    }

    /** An active learner; the id. */
    public long learner(String email, String firstName, String lastName) {
        return person(email, firstName, lastName, "active", true);
    }

    /** A person of any status; the id. */
    public long person(String email, String firstName, String lastName, String status, boolean learner) {
        return id("""
                INSERT INTO person (email, first_name, last_name, status, status_before, learner)
                VALUES (?, ?, ?, ?, CASE WHEN ? = 'disabled' THEN 'active' END, ?) RETURNING id""", email, firstName, lastName, status, status, learner);
    }

    /** A member of the team, no learner, with a role: owner, admin, customer_service, author, instructor, coordinator; the id. */
    public long teamMember(String email, String firstName, String lastName, String role) {
        long person = person(email, firstName, lastName, "active", false);
        run("INSERT INTO person_role (person_id, role) VALUES (?, ?)", person, role);
        return person;
    }

    /** A published course of the self-paced kind; the id. */
    public long course(String code, String title) {
        return id("INSERT INTO course (code, title, kind) VALUES (?, ?, 'self_paced') RETURNING id", code, title);
    }

    /** A published digital product; the id. */
    public long product(String code, String title) {
        return id("INSERT INTO product (code, title, kind) VALUES (?, ?, 'digital') RETURNING id", code, title);
    }

    /** The one number that a query answers, as the id of a row inserted RETURNING or a count. */
    public long id(String sql, Object... values) {
        return number(sql, values);
    }

    /** The one number that a query answers. */
    public long number(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /** The first column of the one row that a query answers, as text; {@code "null"} for null. */
    public String text(String sql, Object... values) {
        return withConnection(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("No row: " + sql);
                }
                return String.valueOf(rows.getString(1));
            }
        });
    }

    /** Runs a statement; how many rows it touched. */
    public int run(String sql, Object... values) {
        return withConnection(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values)) {
                return statement.execute() ? 0 : statement.getUpdateCount();
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private <T> T withConnection(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private static final class Holder {
        static final TestServer SERVER = new TestServer();
    }
}
