package app.rollcall.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Somebody else's transaction, which holds a person and then wants another: the wrong way round. It takes nothing with it. */
final class OtherHand implements AutoCloseable {

    private final Connection transaction;
    private final Connection beside;

    OtherHand(OwnPostgres postgres) throws SQLException {
        transaction = connect(postgres);
        transaction.setAutoCommit(false);
        beside = connect(postgres);
        try (Statement statement = transaction.createStatement()) {
            // The import's own connection is to find the deadlock, and so to lose it.
            statement.execute("SET deadlock_timeout = '1h'");
            transaction.commit();
        }
    }

    private static Connection connect(OwnPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres", "postgres", "");
    }

    void takes(String email) throws SQLException {
        insert(email);
    }

    void awaitSomebodyWaiting() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(this::somebodyWaits);
    }

    private boolean somebodyWaits() throws SQLException {
        try (Statement statement = beside.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'rollcall'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    /** Waits until the other side has given way, and then gives up what it had. */
    void reachesBack(String email) throws SQLException {
        insert(email);
        transaction.rollback();
    }

    private void insert(String email) throws SQLException {
        try (PreparedStatement statement =
                transaction.prepareStatement("INSERT INTO person (email, status) VALUES (?::citext, 'pending')")) {
            statement.setString(1, email);
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        transaction.close();
        beside.close();
    }
}
