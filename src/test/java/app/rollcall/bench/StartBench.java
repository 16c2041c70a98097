package app.rollcall.bench;

import app.rollcall.faults.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * From the command to the sign-in screen: the packaged jar, and the same unpacked with an AOT cache as the README makes it, in
 * turn. Cold means a new process; the files are in the system's cache, which only root could empty.
 */
class StartBench {

    private static final int STARTS = Integer.getInteger("bench.starts", 2);
    private static final int FEWER = 1;
    private static final double MOST_SECONDS = 6;
    private static final List<String> PLAIN = List.of();

    @RegisterExtension
    static final Figures FIGURES = Figures.of("start");

    private final Path jar = Path.of(System.getProperty("rollcall.jar", "target/rollcall.jar"));
    private int databases;

    @Test
    @DisplayName("LV-08 it is there within seconds, with a database of others or its own")
    void started() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-start-");
        Path unpacked = folder.resolve("rollcall").resolve(jar.getFileName());
        Path cache = folder.resolve("rollcall.aot");
        double making = makeCache(folder, unpacked, cache);
        List<String> cached = List.of("-XX:AOTCache=" + cache);

        try (OwnPostgres postgres = OwnPostgres.start()) {
            outside(postgres, unpacked, cached);
        }
        trial(folder.resolve("data"), unpacked, cached);

        FIGURES.note(
                "Starts are new processes; the files are in the system's cache. It ends when a browser has the page and the screen"
                        + " its script asks for first. The JVM alone takes %.0f ms.",
                bareJvm() * 1e3);
        FIGURES.note(
                "The jar has %d MB, most of it PostgreSQL for four systems; the cache %d MB, made in %.0f s.",
                Files.size(jar) >> 20, Files.size(cache) >> 20, making);
    }

    private void outside(OwnPostgres postgres, Path unpacked, List<String> cached)
            throws IOException, InterruptedException, SQLException {
        String there = "--rollcall.database.url=" + postgres.url();
        List<ColdStart> empty = new ArrayList<>();
        List<ColdStart> emptyCached = new ArrayList<>();
        for (int number = 0; number < FEWER; number++) {
            empty.add(ColdStart.of(jar, PLAIN, "--rollcall.database.url=" + newDatabase(postgres)));
            emptyCached.add(ColdStart.of(unpacked, cached, "--rollcall.database.url=" + newDatabase(postgres)));
        }
        ColdStart.of(unpacked, cached, there);
        List<ColdStart> plain = new ArrayList<>();
        List<ColdStart> fast = new ArrayList<>();
        for (int number = 0; number < STARTS; number++) {
            plain.add(ColdStart.of(jar, PLAIN, there));
            fast.add(ColdStart.of(unpacked, cached, there));
        }
        tell("jar, database there", "s", ColdStart::seconds, plain, List.of(), Goal.median(MOST_SECONDS, "s"));
        tell(
                "unpacked with AOT cache, database there; control: jar",
                "s",
                ColdStart::seconds,
                fast,
                plain,
                Goal.median(MOST_SECONDS, "s"));
        tell("the same, work of all cores", "CPU s", ColdStart::cpuSeconds, fast, plain);
        tell("the same, memory of the process", "MB", ColdStart::residentMegabytes, fast, plain);
        tell("the same, heap in use", "MB", ColdStart::heapMegabytes, fast, plain);
        tell("jar, database empty: makes the tables; control: there", "s", ColdStart::seconds, empty, plain);
        tell(
                "unpacked with AOT cache, database empty; control: jar",
                "s",
                ColdStart::seconds,
                emptyCached,
                empty,
                Goal.median(MOST_SECONDS, "s"));
    }

    private void trial(Path data, Path unpacked, List<String> cached) throws IOException, InterruptedException {
        String there = "--rollcall.data=" + data;
        ColdStart first = ColdStart.of(jar, PLAIN, there);
        List<ColdStart> plain = new ArrayList<>();
        List<ColdStart> fast = new ArrayList<>();
        for (int number = 0; number < FEWER; number++) {
            plain.add(ColdStart.of(jar, PLAIN, there));
            fast.add(ColdStart.of(unpacked, cached, there));
        }
        tell("trial, jar", "s", ColdStart::seconds, plain, List.of());
        tell("trial, unpacked with AOT cache; control: jar", "s", ColdStart::seconds, fast, plain);
        tell("trial, jar, the very first time; control: later", "s", ColdStart::seconds, List.of(first), plain);
    }

    /** The README's commands; gives how many seconds they took. */
    private double makeCache(Path folder, Path unpacked, Path cache) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String java = ColdStart.JVM.getFirst();
        run(
                folder,
                List.of(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "extract",
                        "--destination",
                        unpacked.getParent().toString()));
        run(
                folder,
                Stream.of(
                                ColdStart.JVM,
                                List.of(
                                        "-XX:AOTCacheOutput=" + cache,
                                        "-Dspring.context.exit=onRefresh",
                                        "-jar",
                                        unpacked.toString(),
                                        "--rollcall.data=" + folder.resolve("rehearsal"),
                                        "--rollcall.sample=false",
                                        "--server.port=0"))
                        .flatMap(List::stream)
                        .toList());
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
        // A rehearsal ends before its end: its PostgreSQL goes on.
        Path postmaster = folder.resolve("rehearsal/postgres/postmaster.pid");
        ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(postmaster).getFirst().strip()))
                .ifPresent(ProcessHandle::destroy);
        return seconds;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("commands.log");
        int ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (ended != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " ended with " + ended + ":\n" + Files.readString(log));
        }
    }

    private static double bareJvm() throws IOException, InterruptedException {
        List<Double> taken = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            long begin = System.nanoTime();
            new ProcessBuilder(ColdStart.JVM.getFirst(), "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            taken.add((System.nanoTime() - begin) / 1e9);
        }
        return new Values(taken).median();
    }

    private String newDatabase(OwnPostgres postgres) throws SQLException {
        String name = "start_" + ++databases;
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:" + postgres.url().replace("postgres@", "") + "?user=postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return postgres.url().replaceFirst("/postgres$", "/" + name);
    }

    private static void tell(
            String name,
            String unit,
            ToDoubleFunction<ColdStart> value,
            List<ColdStart> ours,
            List<ColdStart> control,
            Goal... goals) {
        FIGURES.add(new Figure(name, unit, Values.of(ours, value), Values.of(control, value), List.of(goals)));
    }
}
