package app.rollcall.bench;

import app.rollcall.journeys.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged app as a process of its own, as in production but for its heap, asked from outside what it takes. */
record NodeProcess(RunningApp app) implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("heap .*used (\\d+)K");

    static NodeProcess start(String name, String database, String heap) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-" + name + "-");
        return new NodeProcess(RunningApp.on(data)
                .lasting()
                .heap(heap)
                .with("--rollcall.database.url=" + database)
                .start());
    }

    URI address() {
        return URI.create(app.url());
    }

    /** Kilobytes of heap that are in use when all garbage is gone. */
    long heapKilobytes() throws IOException, InterruptedException {
        // What is freed by the first may hold what the second frees.
        ask("GC.run");
        ask("GC.run");
        String info = ask("GC.heap_info");
        Matcher used = USED.matcher(info);
        if (!used.find()) {
            throw new IOException("No heap in use: " + info);
        }
        return Long.parseLong(used.group(1));
    }

    /** Kilobytes of the machine's memory that it takes in all; 0 where the system does not tell. */
    long residentKilobytes() throws IOException {
        Path status = Path.of("/proc", "" + app.pid(), "status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
    }

    /** What it has had of the processors since it was started. */
    Duration processorTime() {
        return ProcessHandle.of(app.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private String ask(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + app.pid(), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    @Override
    public void close() {
        app.close();
    }
}
