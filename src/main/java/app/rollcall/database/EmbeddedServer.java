package app.rollcall.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our own PostgreSQL in a {@link DataFolder}. It is a process beside ours and outlives ours when ours is killed; then the
 * next start joins it. Whoever started it, it stops with us.
 */
final class EmbeddedServer implements DatabaseServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final DataFolder folder;
    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres started;

    private EmbeddedServer(DataFolder folder, int port, @Nullable EmbeddedPostgres started) {
        this.folder = folder;
        this.address = ClusterFiles.address(folder, port);
        this.started = started;
    }

    /** Joins the folder's server if it still lives, else starts it; the folder is new, or was closed, or was cut off. */
    static EmbeddedServer open(DataFolder folder, Path programs) {
        try {
            Optional<Postmaster> alive = join(folder);
            if (alive.isPresent()) {
                ClusterFiles.complete(folder, alive.get().port());
                return new EmbeddedServer(folder, alive.get().port(), null);
            }
            Postmaster.forgetStranger(folder.cluster());
            ClusterFiles.setIncompleteAside(folder);
            ClusterFiles.requireOurVersion(folder);
            EmbeddedPostgres postgres = start(folder, programs);
            ClusterFiles.complete(folder, postgres.getPort());
            return new EmbeddedServer(folder, postgres.getPort(), postgres);
        } catch (IOException | RuntimeException e) {
            Postmaster.of(folder.cluster()).ifPresent(Postmaster::stop);
            folder.close();
            if (e instanceof StartRefused refused) {
                throw refused;
            }
            throw new StartRefused(
                    "The embedded PostgreSQL in " + folder.path() + " does not start: " + e.getMessage() + ".",
                    "Its own words are in " + log(folder) + " and in "
                            + folder.cluster().resolve("log") + ".",
                    e);
        }
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public Nodes nodes() {
        return Nodes.ONE;
    }

    @Override
    public void close() {
        Optional<Postmaster> postmaster = Postmaster.of(folder.cluster());
        try {
            if (started != null) {
                started.close();
            } else {
                postmaster.ifPresent(Postmaster::stop);
            }
            postmaster.ifPresent(process -> process.gone(PATIENCE));
        } catch (IOException e) {
            postmaster.ifPresent(Postmaster::stop);
        } finally {
            folder.close();
        }
    }

    private static Optional<Postmaster> join(DataFolder folder) {
        long start = System.nanoTime();
        Optional<Postmaster> found = Postmaster.of(folder.cluster());
        while (found.isPresent() && !ClusterFiles.answers(folder, found.get().port())) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new StartRefused(
                        "A PostgreSQL (process " + found.get().process().pid() + ") holds the folder " + folder.path()
                                + " but does not answer.",
                        "Stop that process, then start Rollcall again.");
            }
            found.get().gone(LOOK_AGAIN);
            found = Postmaster.of(folder.cluster());
        }
        return found;
    }

    private static EmbeddedPostgres start(DataFolder folder, Path programs) throws IOException {
        Files.createDirectories(programs);
        // Through a file, never a pipe: the server goes on when we are killed, and a broken pipe would take it down.
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.cluster())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.to(log(folder).toFile()))
                .setConnectConfig("password", folder.password())
                .setLocaleConfig("pwfile", folder.passwordFile().toString());
        EmbeddedSettings.INIT.forEach(builder::setLocaleConfig);
        EmbeddedSettings.SERVER.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        // The starter opens the folder to everybody, who could then put programs of theirs in the place of ours.
        DataFolder.keepToUs(programs);
        return postgres;
    }

    private static Path log(DataFolder folder) {
        return folder.path().resolve("postgres-start.log");
    }
}
