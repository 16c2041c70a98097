package app.rollcall.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Northwind Training with its 5,000 learners: the same at each load, but for the dates, which count from today. */
final class SampleOrganisation {

    private static final List<String> SCRIPTS =
            List.of("1-names", "2-people", "3-courses", "4-learning", "5-invitations", "6-audit", "7-finish");

    private final DataSource dataSource;
    private final PasswordEncoder encoder;

    SampleOrganisation(DataSource dataSource, PasswordEncoder encoder) {
        this.dataSource = dataSource;
        this.encoder = encoder;
    }

    /** Loads all of it or nothing; whether it did. A database that holds an organisation or people stays as it is. */
    boolean loadIfEmpty() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean empty = empty(connection);
            if (empty) {
                load(connection);
            }
            connection.commit();
            return empty;
        } catch (SQLException e) {
            throw new IllegalStateException("The sample organisation could not be loaded", e);
        }
    }

    private void load(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('rollcall.trial_password_hash', ?, true)")) {
            statement.setString(1, encoder.encode(TrialAccounts.PASSWORD));
            statement.execute();
        }
        try (Statement statement = connection.createStatement()) {
            for (String script : SCRIPTS) {
                statement.execute(text("/trial/" + script + ".sql"));
            }
        }
    }

    private static boolean empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT NOT EXISTS (SELECT FROM organisation) AND NOT EXISTS (SELECT FROM person)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String text(String path) {
        try (InputStream script = SampleOrganisation.class.getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException("Missing in the application: " + path);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
