package app.rollcall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that lives, as its data folder's {@code postmaster.pid} tells.
 *
 * @param port where it listens; 0 while it has not said yet
 */
record Postmaster(ProcessHandle process, int port) {

    private static final int LINE_OF_PORT = 3;

    /** The server of this data folder, whoever started it; empty when none runs, whatever a file left behind says. */
    static Optional<Postmaster> of(Path cluster) {
        List<String> lines = lines(pidFile(cluster));
        return process(lines).filter(Postmaster::isPostgres).map(process -> new Postmaster(process, port(lines)));
    }

    /**
     * Removes a {@code postmaster.pid} whose number the operating system has since given to another program: PostgreSQL
     * would take that for a server and refuse to start. A number that nobody has is left to PostgreSQL's own, finer check.
     */
    static void forgetStranger(Path cluster) {
        process(lines(pidFile(cluster))).filter(process -> !isPostgres(process)).ifPresent(stranger -> {
            try {
                Files.delete(pidFile(cluster));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Asks for a fast shutdown: sessions end, everything is written, nothing is to be recovered at the next start. */
    void stop() {
        Optional<String> program = process.info().command();
        if (program.isPresent() && program.get().endsWith(".exe")) {
            Path control = Path.of(program.get()).resolveSibling("pg_ctl.exe");
            signal(List.of(control.toString(), "kill", "INT", Long.toString(process.pid())));
        } else {
            signal(List.of("kill", "-INT", Long.toString(process.pid())));
        }
    }

    /** Whether it is gone within that time. */
    boolean gone(Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void signal(List<String> command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static List<String> lines(Path pidFile) {
        try {
            return Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(number -> number.matches("\\d{1,18}"))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                .filter(ProcessHandle::isAlive);
    }

    private static int port(List<String> lines) {
        return lines.size() > LINE_OF_PORT && lines.get(LINE_OF_PORT).matches("\\d{1,5}")
                ? Integer.parseInt(lines.get(LINE_OF_PORT))
                : 0;
    }

    /** Unknown counts as yes: to start a second server on one folder would be the worse mistake. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()).startsWith("postgres"))
                .orElse(true);
    }
}
