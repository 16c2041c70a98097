package app.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a process of its own, ready to be asked. Closing it stops it. */
public final class RunningApp implements AutoCloseable {

    private static final Duration STOPS_WITHIN = Duration.ofMinutes(1);
    private static final int LAST_LINES = 40;

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    RunningApp(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** Says how to start the app in trial mode with this data folder. */
    public static AppStart on(Path data) {
        return new AppStart(data);
    }

    /** Where a browser finds it, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Where health and metrics are, without a slash at the end. */
    public String managementUrl() {
        return "http://127.0.0.1:" + managementPort;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it as kill -9 does: nothing in it gets to say good-bye, and its embedded PostgreSQL goes on. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end (SIGTERM) and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** The last lines it wrote. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it writes goes here, below target/. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                assertThat(process.isAlive())
                        .as("still running after %s:%n%s", STOPS_WITHIN, lastWords())
                        .isFalse();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
