package app.rollcall.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How the packaged jar is started: {@code RunningApp.on(folder).heap("512m").with("--name=value").start()}. */
public final class AppStart {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Path data;
    private final List<String> arguments = new ArrayList<>();
    private String heap = "512m";

    // A short life, as a rule: what the second compiler would gain later it costs at the start.
    private List<String> compiler = List.of("-XX:TieredStopAtLevel=1");

    AppStart(Path data) {
        this.data = data;
    }

    /** The most heap it may take, as -Xmx writes it. */
    public AppStart heap(String most) {
        heap = most;
        return this;
    }

    /** It is to run for long, and to be as fast then as in production. */
    public AppStart lasting() {
        compiler = List.of();
        return this;
    }

    /** Further arguments, as on the command line. */
    public AppStart with(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** Starts it and waits until it says that it is ready; fails with its last words when it ends or takes too long. */
    public RunningApp start() {
        int port = freePort();
        int managementPort = freePort();
        Path log = Path.of(
                "target",
                "apps",
                STARTED.incrementAndGet() + "-" + ProcessHandle.current().pid() + ".log");
        RunningApp app = new RunningApp(launch(port, managementPort, log), port, managementPort, log);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest readiness = HttpRequest.newBuilder(
                            URI.create(app.managementUrl() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            await().atMost(READY_WITHIN)
                    .pollInterval(POLL)
                    .failFast("the app ended while starting", () -> !app.isRunning())
                    .until(() -> isReady(client, readiness));
            return app;
        } catch (RuntimeException e) {
            app.kill();
            throw new AssertionError("Rollcall did not get ready. Its last words:\n" + app.lastWords(), e);
        }
    }

    private Process launch(int port, int managementPort, Path log) {
        String jar = System.getProperty("rollcall.jar");
        if (jar == null) {
            throw new IllegalStateException(
                    "The system property rollcall.jar must name the packaged jar; ./mvnw verify sets it.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar,
                "--rollcall.data=" + data,
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        command.addAll(1, compiler);
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // Also when the tests themselves are broken off.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest readiness) throws InterruptedException {
        try {
            return client.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
