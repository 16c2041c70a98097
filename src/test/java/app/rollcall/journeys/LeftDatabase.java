package app.rollcall.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The embedded PostgreSQL that a killed app leaves behind, and that no later start has joined and stopped. */
public final class LeftDatabase {

    private LeftDatabase() {}

    /** Stops it, for the end of a test; does nothing when none runs on this data folder. */
    public static void stop(Path data) {
        Path pidFile = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(firstLine(pidFile));
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(pidFile) || !isAlive(pid));
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
