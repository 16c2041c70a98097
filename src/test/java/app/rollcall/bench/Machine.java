package app.rollcall.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Where and when it was measured. The load is the one before a bench began: what else the machine had to do. */
record Machine(
        String at,
        String commit,
        int cores,
        String processor,
        long memoryMegabytes,
        String jdk,
        long heapMegabytes,
        double load,
        String database) {

    private static final String[] SETTINGS = {
        "fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "wal_compression", "jit"
    };

    static Machine here() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                head(),
                system.getAvailableProcessors(),
                processor(system.getArch()),
                system.getTotalMemorySize() >> 20,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                system.getSystemLoadAverage(),
                "");
    }

    Machine with(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String settings = Stream.of(SETTINGS)
                    .map(name -> name + " " + show(statement, name))
                    .collect(Collectors.joining(", "));
            String told = "PostgreSQL " + show(statement, "server_version") + "; " + settings;
            return new Machine(at, commit, cores, processor, memoryMegabytes, jdk, heapMegabytes, load, told);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String show(Statement statement, String setting) {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String processor(String otherwise) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }

    private static String head() {
        String commit = git("rev-parse", "--short", "HEAD");
        return commit.isEmpty()
                ? "unknown"
                : git("status", "--porcelain").isEmpty() ? commit : commit + ", and changes";
    }

    private static String git(String... words) {
        try {
            Process git = new ProcessBuilder(
                            Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
