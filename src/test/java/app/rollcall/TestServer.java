package app.rollcall;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL for this JVM's tests: new at each run, quick instead of durable, otherwise set up as the embedded one. */
public final class TestServer {

    /** Shared by all that start a PostgreSQL in tests, so that it is unpacked once. */
    public static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    private final EmbeddedPostgres postgres;

    TestServer() {
        try {
            Files.createDirectories(PROGRAMS);
            postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(PROGRAMS.toFile())
                    .setDataDirectory(
                            Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-database-"))
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("jit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the database that the application's context runs on. */
    public String url() {
        return url("postgres");
    }

    /** The address of a database of this name, empty if it is new. */
    public String create(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + statement.enquoteIdentifier(name, true));
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String name) {
        return "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/" + name;
    }
}
