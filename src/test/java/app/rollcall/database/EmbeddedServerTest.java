package app.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded PostgreSQL against the real thing: real folders, real processes, a real kill. */
class EmbeddedServerTest {

    private Path folder;

    @BeforeEach
    void newFolder() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "embedded server ");
    }

    @AfterEach
    void nothingGoesOnRunning() {
        Postmaster.of(cluster()).ifPresent(postmaster -> {
            postmaster.stop();
            postmaster.gone(Duration.ofSeconds(20));
        });
    }

    @Test
    void keepsTheDataOverARestartAndReallyStops() throws Exception {
        EmbeddedServer first = open();
        ask(first, "CREATE TABLE kept AS SELECT 'committed' AS word");
        Postmaster postmaster = Postmaster.of(cluster()).orElseThrow();
        first.close();
        assertThat(postmaster.process().isAlive()).isFalse();
        assertThat(Postmaster.of(cluster())).isEmpty();

        EmbeddedServer second = open();
        assertThat(ask(second, "SELECT word FROM kept")).isEqualTo("committed");
        second.close();
    }

    @Test
    void isSafeAndKnowsItsLetters() throws Exception {
        EmbeddedServer server = open();
        assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server, "SHOW unix_socket_directories")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(TestServer.PROGRAMS)))
                .isEqualTo("rwx------");
        assertThat(ask(server, "SELECT lower('ÉŁØЖΣ')")).isEqualTo("éłøжσ");
        DatabaseAddress address = server.address();
        assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.username(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        server.close();
    }

    @Test
    void joinsTheServerThatAKillLeftBehindAndStopsItInTheEnd() throws Exception {
        KilledRollcall.runIn(folder);
        Postmaster left = Postmaster.of(cluster()).orElseThrow();

        EmbeddedServer joined = open();
        assertThat(joined.address().port()).isEqualTo(left.port());
        assertThat(Postmaster.of(cluster()).orElseThrow().process()).isEqualTo(left.process());
        assertThat(ask(joined, "SELECT word FROM kept")).isEqualTo("committed");

        joined.close();
        assertThat(left.process().isAlive()).isFalse();
    }

    @Test
    void startsAfterEvenTheServerWasKilled() throws Exception {
        KilledRollcall.runIn(folder);
        Postmaster left = Postmaster.of(cluster()).orElseThrow();
        left.process().destroyForcibly();
        assertThat(left.gone(Duration.ofSeconds(10))).isTrue();
        assertThat(cluster().resolve("postmaster.pid")).exists();

        EmbeddedServer server = open();
        assertThat(ask(server, "SELECT word FROM kept")).isEqualTo("committed");
        server.close();
    }

    @Test
    void isNotHinderedByAPidThatNowBelongsToAnotherProgram() throws Exception {
        open().close();
        List<String> stale = List.of(
                Long.toString(ProcessHandle.current().pid()),
                cluster().toString(),
                "1",
                "1",
                "",
                "127.0.0.1",
                "",
                "ready");
        Files.write(cluster().resolve("postmaster.pid"), stale);

        EmbeddedServer server = open();
        assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        server.close();
    }

    @Test
    void saysThatTheFolderIsInUse() throws Exception {
        DataFolder mine = DataFolder.open(folder);
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The folder " + folder + " is in use by another Rollcall that is running.");
        mine.close();
        DataFolder.open(folder).close();
    }

    @Test
    void setsAsideWhatACutOffFirstStartLeftBehind() throws Exception {
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("postgresql.conf"), "# half made");
        EmbeddedServer server = open();
        assertThat(ask(server, "SELECT current_database()")).isEqualTo("rollcall");
        server.close();
    }

    private EmbeddedServer open() {
        return EmbeddedServer.open(DataFolder.open(folder), TestServer.PROGRAMS);
    }

    private Path cluster() {
        return folder.resolve("postgres");
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        DatabaseAddress address = server.address();
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
