package app.rollcall.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** The page of results: {@code target/faults/report.md}, a line for each fault. */
final class FaultReport {

    private static final Path PAGE = Path.of("target", "faults", "report.md");

    private FaultReport() {}

    /** @param recovery from the moment the fault was over, or happened, to the next committed chunk */
    static void line(String fault, String what, Duration recovery, String came) {
        String line = String.format(
                Locale.ROOT, "| %s | %s | %.1f s | %s |%n", fault, what, recovery.toMillis() / 1000.0, came);
        try {
            Files.createDirectories(PAGE.getParent());
            if (Files.notExists(PAGE)) {
                Files.writeString(
                        PAGE, "| Fault | What was done | Back after | What came of it |\n|---|---|---|---|\n");
            }
            Files.writeString(PAGE, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.print(line);
    }
}
