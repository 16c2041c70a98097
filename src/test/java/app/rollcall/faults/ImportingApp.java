package app.rollcall.faults;

import app.rollcall.Rollcall;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.OnError;
import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerCounts;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The whole application in a process of its own, which does through its doors what an admin would do on the screen, as it
 * is told line by line: {@code upload FILE}, {@code validate IMPORT}, {@code confirm IMPORT}, and {@code crowd COUNT}, which
 * reads as so many screens at once. What the live feed brings it repeats as {@code saw JOB STATE DONE}. It ends with its teller.
 */
final class ImportingApp {

    /** Said on standard output once the application is up. */
    static final String READY = "ready to be told";

    /** Who does it: the first person of the database. */
    private static final Actor ADMIN =
            new Actor(new PersonId(1), "Mira Solberg", Set.of(Role.ADMIN), Locale.ENGLISH, ZoneOffset.UTC);

    private static final int SLICE = 64 * 1024;

    private ImportingApp() {}

    public static void main(String[] args) throws Exception {
        ApplicationContext context = SpringApplication.run(Rollcall.class, args);
        Imports imports = context.getBean(Imports.class);
        follow(context.getBean(LiveEvents.class));
        System.out.println(READY);
        Scanner told = new Scanner(System.in);
        while (told.hasNextLine()) {
            String[] words = told.nextLine().split(" ", 2);
            switch (words[0]) {
                case "upload" ->
                    imports.upload(ADMIN, UUID.randomUUID(), "list.csv", slices(Path.of(words[1])))
                            .block();
                case "validate" -> imports.validate(ADMIN, id(words[1])).block();
                case "resume" -> imports.resume(ADMIN, id(words[1])).block();
                case "confirm" ->
                    imports.find(ADMIN, id(words[1]))
                            .flatMap(shown -> imports.confirm(ADMIN, shown.id(), OnError.SKIP_ROWS, shown.version()))
                            .block();
                case "crowd" -> crowd(imports, context.getBean(Directory.class), Integer.parseInt(words[1]));
                default -> throw new IllegalArgumentException(words[0]);
            }
        }
        System.exit(0);
    }

    private static void follow(LiveEvents live) {
        live.of(LiveEvent.JobChanged.class)
                .ofType(LiveEvent.JobChanged.class)
                .map(LiveEvent.JobChanged::job)
                .subscribe(job -> System.out.println(
                        "saw " + job.id() + " " + job.state().code() + " " + (job.done() + job.failed())));
    }

    /** Each screen reads what it shows; one that is told to try again does so by itself. */
    private static void crowd(Imports imports, Directory directory, int count) {
        long start = System.nanoTime();
        AtomicInteger busy = new AtomicInteger();
        Mono<LearnerCounts> screen = directory
                .counts(ADMIN, LearnerFilter.EVERYBODY)
                .doOnError(_ -> busy.incrementAndGet())
                .retryWhen(Retry.backoff(20, Duration.ofMillis(100)));
        long read = Flux.range(0, count).flatMap(_ -> screen, count).count().block();
        System.out.println("crowd " + read + " read, told to wait " + busy + " times, ms "
                + (System.nanoTime() - start) / 1_000_000);
    }

    private static ImportId id(String word) {
        return new ImportId(Long.parseLong(word));
    }

    /** As a browser's upload brings it: in pieces. */
    private static Flux<ByteBuffer> slices(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        return Flux.range(0, Math.ceilDiv(file.length, SLICE))
                .map(i -> ByteBuffer.wrap(file, i * SLICE, Math.min(SLICE, file.length - i * SLICE)));
    }
}
