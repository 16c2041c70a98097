package app.rollcall.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One start of the packaged app in a new process, with the JVM as the README runs it, until a browser has the sign-in page and
 * what its script asks for first: the screen itself. The process is ended afterwards.
 *
 * @param seconds from before the process to that answer
 * @param cpuSeconds of all its threads
 * @param residentMegabytes of the process then; 0 where the system does not tell
 * @param heapMegabytes in use then, garbage included
 */
record ColdStart(double seconds, double cpuSeconds, double residentMegabytes, double heapMegabytes) {

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final String SIGN_IN = "/sign_in";
    private static final String SCREEN = "/?v-r=init&location=sign_in&query=";
    /** On a port of its own, which opens after the other. */
    private static final String NUMBERS = "/actuator/prometheus";

    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";

    /** As the README has it. */
    static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    static ColdStart of(Path jar, List<String> options, String... arguments) throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>(JVM);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        command.add("--management.server.port=" + managementPort);
        command.addAll(List.of(arguments));
        Path log = Files.createDirectories(Path.of("target", "apps")).resolve("start-" + port + ".log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String page = "http://127.0.0.1:" + port;
            String cookie = cookie(awaited(browser, page + SIGN_IN, process, log, begin));
            HttpResponse<String> screen = browser.send(
                    HttpRequest.newBuilder(URI.create(page + SCREEN))
                            .header("Cookie", cookie)
                            .build(),
                    BodyHandlers.ofString());
            if (screen.statusCode() != 200) {
                throw new AssertionError("The sign-in screen came as " + screen.statusCode());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = process.toHandle()
                            .info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toMillis()
                    / 1e3;
            return new ColdStart(
                    seconds,
                    cpu,
                    resident(process),
                    heap(awaited(browser, "http://127.0.0.1:" + managementPort + NUMBERS, process, log, begin)));
        } finally {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    private static HttpResponse<String> awaited(
            HttpClient browser, String address, Process process, Path log, long begin)
            throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(address)).build();
        while (process.isAlive() && System.nanoTime() - begin < GIVE_UP_AFTER.toNanos()) {
            try {
                HttpResponse<String> answer = browser.send(asked, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return answer;
                }
            } catch (IOException notYet) {
                // Nobody listens there yet.
            }
            process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("It did not start:\n" + Files.readString(log));
    }

    private static String cookie(HttpResponse<?> page) {
        String said = page.headers().firstValue("Set-Cookie").orElseThrow();
        return said.substring(0, said.indexOf(';'));
    }

    private static double resident(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static double heap(HttpResponse<String> numbers) {
        return numbers.body()
                        .lines()
                        .filter(line -> line.startsWith(HEAP))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum()
                / (1 << 20);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
