package app.rollcall.faults;

import app.rollcall.TestServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A durable PostgreSQL of a test's own, outside the app, which can be stopped, frozen, restarted and filled up. */
public final class OwnPostgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path data;
    private final EmbeddedPostgres postgres;

    /** @param data a folder that does not exist yet, on whatever disk */
    OwnPostgres(Path data) throws IOException {
        this.data = data;
        Files.createDirectories(TestServer.PROGRAMS);
        // Its journal lies beside the other test files: a full disk under the data stops statements, not the server.
        Path journal = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults-journal-");
        Files.delete(journal);
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(TestServer.PROGRAMS.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("waldir", journal.toString())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("jit", "off")
                .start();
    }

    public static OwnPostgres start() throws IOException {
        Path parent = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults-");
        return new OwnPostgres(parent.resolve("postgres"));
    }

    public int port() {
        return postgres.getPort();
    }

    public String url() {
        return url(port());
    }

    /** The same database, behind another port. */
    String url(int port) {
        return "postgresql://" + USER + "@127.0.0.1:" + port + "/postgres";
    }

    /** As after a crash: every session is cut, and what was committed is recovered from the journal. */
    void restartAtOnce() throws IOException, InterruptedException {
        control(
                "restart",
                "-m",
                "immediate",
                "-w",
                "-t",
                "60",
                "-l",
                data.resolve("restart.log").toString());
    }

    private void control(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program("pg_ctl").toString(), "-D", data.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(asItself(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("pg_ctl " + String.join(" ", arguments) + " failed");
        }
    }

    /** Root must not run a server: whoever owns the folder does, and for root a nobody of its own name space. */
    private List<String> asItself(List<String> command) throws IOException {
        String owner = Files.getOwner(data).getName();
        List<String> as = new ArrayList<>();
        if (owner.equals("root")) {
            as.addAll(List.of("unshare", "-U"));
        } else if (!owner.equals(System.getProperty("user.name"))) {
            as.addAll(List.of("setpriv", "--reuid", owner, "--clear-groups"));
        }
        as.addAll(command);
        return as;
    }

    private static Path program(String name) throws IOException {
        try (Stream<Path> files = Files.walk(TestServer.PROGRAMS)) {
            return files.filter(file -> file.endsWith(Path.of("bin", name)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Every process of the server stands still, its connections half open. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(postmaster)));
        server.children().forEach(child -> command.add(Long.toString(child.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
