package app.rollcall.database;

import app.rollcall.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A process of its own that starts a folder's server, commits a row and then ends as kill -9 ends it: no hook runs. */
final class KilledRollcall {

    static void runIn(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRollcall.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        process.waitFor();
    }

    public static void main(String[] args) throws Exception {
        EmbeddedServer server = EmbeddedServer.open(DataFolder.open(Path.of(args[0])), TestServer.PROGRAMS);
        DatabaseAddress address = server.address();
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('committed')");
        }
        Runtime.getRuntime().halt(137);
    }

    private KilledRollcall() {}
}
