package app.rollcall.bench;

import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.StatusFilter;
import app.rollcall.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Another admin who searches the directory all the while: a page and its counts each time, as the screen asks for them.
 * Each is sent at its time, whether or not those before it are answered, so that a stall shows in all that wait.
 */
final class Searches implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final int PAGE = 50;

    /** As they are typed; some hit a few, some nearly everybody who is imported. */
    private static final List<String> TERMS = List.of(
            "ma",
            "mar",
            "mari",
            "maria",
            "sol",
            "solberg",
            "example.org",
            "ana r",
            "corp07",
            "zelvik",
            "jorkat dan",
            "",
            "keller",
            "belcar",
            "corp",
            "nobody at all");

    private final Queue<Duration> taken = new ConcurrentLinkedQueue<>();
    private final Disposable running;

    Searches(Directory directory, Actor actor) {
        running = Flux.interval(EVERY)
                .onBackpressureDrop()
                .flatMap(n -> search(directory, actor, TERMS.get((int) (n % TERMS.size()))), 64)
                .subscribe(taken::add);
    }

    private static Mono<Duration> search(Directory directory, Actor actor, String term) {
        return Mono.defer(() -> {
            LearnerFilter filter = new LearnerFilter(term, StatusFilter.ALL);
            long start = System.nanoTime();
            return Mono.zip(directory.page(actor, filter, LearnerOrder.NAME, 0, PAGE), directory.counts(actor, filter))
                    .map(_ -> Duration.ofNanos(System.nanoTime() - start));
        });
    }

    /** How long the answered ones took, the shortest first. */
    List<Duration> sorted() {
        return taken.stream().sorted().toList();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
