package app.rollcall.faults;

import static org.awaitility.Awaitility.await;

import app.rollcall.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An {@link ImportingApp} as a process of its own, to be told what to do, and to be killed. */
final class AppProcess {

    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final int LAST_LINES = 30;

    private final Process process;
    private final Path log;
    private final Writer told;

    private AppProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.told = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts it on this data folder, without waiting. */
    static AppProcess start(Path data, int chunkRows) {
        return start(
                chunkRows,
                "--rollcall.data=" + data,
                "--rollcall.sample=false",
                "--rollcall.database.programs=" + TestServer.PROGRAMS);
    }

    /** Starts a node on a database that may have others, without waiting. */
    static AppProcess on(String url, int chunkRows) {
        return start(chunkRows, "--rollcall.database.url=" + url);
    }

    /** The same on a machine whose clock is an hour ahead. */
    static AppProcess anHourAhead(String url, int chunkRows, Path faketime) {
        return start(
                Map.of("LD_PRELOAD", faketime.toString(), "FAKETIME", "+1h", "DONT_FAKE_MONOTONIC", "1"),
                chunkRows,
                "--rollcall.database.url=" + url);
    }

    private static AppProcess start(int chunkRows, String... where) {
        return start(Map.of(), chunkRows, where);
    }

    private static AppProcess start(Map<String, String> environment, int chunkRows, String... where) {
        Path log = Path.of("target", "apps")
                .resolve("importing-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // A short life: what the second compiler would gain later it costs at the start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dvaadin.productionMode=true",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ImportingApp.class.getName(),
                "--rollcall.import.chunk-rows=" + chunkRows,
                "--server.port=0",
                "--management.server.port=0"));
        command.addAll(List.of(where));
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            // Also when the tests themselves are broken off.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new AppProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AppProcess awaitReady() {
        await().atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The app ended while starting. Its last words:\n" + lastWords());
                    }
                })
                .until(() -> Files.readString(log).contains(ImportingApp.READY));
        return this;
    }

    void tell(String line) {
        try {
            told.write(line + "\n");
            told.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(lastWords(), e);
        }
    }

    /** Lets the time pass, and fails when the app does not live through it. */
    void livesFor(Duration time) throws InterruptedException {
        if (process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("The app ended by itself. Its last words:\n" + lastWords());
        }
    }

    /** kill -9; the embedded PostgreSQL goes on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; gives how long it took to end. */
    Duration stop() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The app does not stop. Its last words:\n" + lastWords());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** kill -STOP: it stands still, and does not know. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    /** Waits until it has said so, and gives the rest of that line. */
    String says(String words, Duration within) {
        return await().atMost(within)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The app ended. Its last words:\n" + lastWords());
                    }
                })
                .until(() -> said(words), rest -> !rest.isEmpty());
    }

    /** What it said last after these words; empty when it has not. */
    String said(String words) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(words))
                    .reduce((_, last) -> last)
                    .map(line -> line.substring(line.indexOf(words)))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
