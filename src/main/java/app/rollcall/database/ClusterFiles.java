package app.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** What makes a folder of PostgreSQL's a database of ours, and how far along it is. */
final class ClusterFiles {

    private static final String NAME = "rollcall";
    private static final String SUPERUSER = "postgres";
    private static final String OUR_VERSION = "18";

    private ClusterFiles() {}

    static DatabaseAddress address(DataFolder folder, int port) {
        return address(folder, port, NAME);
    }

    /** Whether the server at that port is this folder's: only it knows the folder's password. */
    static boolean answers(DataFolder folder, int port) {
        if (port == 0) {
            return false;
        }
        try (Connection connection = connect(folder, port)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes our database in a new cluster, and notes that the cluster is whole. */
    static void complete(DataFolder folder, int port) throws IOException {
        if (Files.exists(mark(folder))) {
            return;
        }
        try (Connection connection = connect(folder, port);
                Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet found = statement.executeQuery("SELECT FROM pg_database WHERE datname = 'rollcall'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("CREATE DATABASE rollcall");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Files.createFile(mark(folder));
    }

    /** A cluster cut off while it was being made holds nothing and never starts; moved, not deleted, for we may be wrong. */
    static void setIncompleteAside(DataFolder folder) throws IOException {
        Path cluster = folder.cluster();
        if (Files.exists(cluster) && !Files.exists(mark(folder))) {
            String aside = "postgres-incomplete-" + Instant.now().toEpochMilli();
            Files.move(cluster, folder.path().resolve(aside));
        }
    }

    static void requireOurVersion(DataFolder folder) throws IOException {
        Path file = folder.cluster().resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : OUR_VERSION;
        if (!version.equals(OUR_VERSION)) {
            throw new StartRefused(
                    "The folder " + folder.path() + " was written by PostgreSQL " + version + ", not " + OUR_VERSION
                            + ".",
                    "Take the data over with pg_dump of the old version, or start with another folder: --rollcall.data=.");
        }
    }

    private static Path mark(DataFolder folder) {
        return folder.cluster().resolve("rollcall.complete");
    }

    private static DatabaseAddress address(DataFolder folder, int port, String database) {
        return new DatabaseAddress("127.0.0.1", port, database, SUPERUSER, folder.password(), "disable");
    }

    private static Connection connect(DataFolder folder, int port) throws SQLException {
        DatabaseAddress address = address(folder, port, SUPERUSER);
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }
}
