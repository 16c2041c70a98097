package app.rollcall.bench;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.OnError;
import app.rollcall.importing.Options;
import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The product's whole way, from the first byte uploaded to the last row applied, as a screen follows it: by the live feed. */
final class OurImport {

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Imports imports;
    private final LiveEvents live;
    private final Options options;

    OurImport(Imports imports, LiveEvents live) {
        this(imports, live, Options.DEFAULT);
    }

    OurImport(Imports imports, LiveEvents live, Options options) {
        this.imports = imports;
        this.live = live;
        this.options = options;
    }

    /**
     * Where the time went.
     *
     * @param read from the file kept to the rows staged
     * @param check from there, validated at once, to the review; as we confirm at once too, what follows is applying, with the second look at the ground
     * @param chunks from one committed chunk to the next, the first one from the confirmation
     */
    record Times(Duration upload, Duration read, Duration check, Duration apply, List<Duration> chunks) {

        Duration whole() {
            return upload.plus(read).plus(check).plus(apply);
        }
    }

    private record Seen(long at, JobProgress job) {

        boolean checking() {
            return job.step().equals("checking");
        }

        boolean listed() {
            return job.state() == JobState.REVIEW && job.step().equals("adding");
        }

        boolean review() {
            return job.state() == JobState.REVIEW && checking();
        }

        boolean chunk() {
            return job.step().equals("applying") && job.done() + job.failed() > 0;
        }
    }

    Times run(Actor actor, LearnerList list) {
        Sinks.Many<Seen> seen = Sinks.many().replay().all();
        var feed = live.of(LiveEvent.JobChanged.class)
                .<Seen>handle((event, sink) -> {
                    if (event instanceof LiveEvent.JobChanged(JobProgress job)) {
                        sink.next(new Seen(System.nanoTime(), job));
                    }
                })
                .subscribe(seen::tryEmitNext);
        try {
            long start = System.nanoTime();
            ImportId id = imports.upload(actor, UUID.randomUUID(), "bench.csv", list.bytes())
                    .block(DEADLINE);
            long uploaded = System.nanoTime();
            Flux<Seen> ours = seen.asFlux().filter(one -> one.job().id() == id.value());
            Seen staged =
                    first(ours.filter(one -> one.listed() || one.job().state().ended()));
            if (!options.equals(Options.DEFAULT)) {
                imports.choose(actor, id, options).block(DEADLINE);
            }
            imports.validate(actor, id).block(DEADLINE);
            Seen review =
                    first(ours.filter(one -> one.review() || one.job().state().ended()));
            int version = imports.find(actor, id).block(DEADLINE).version();
            imports.confirm(actor, id, OnError.BLOCK, version).block(DEADLINE);
            List<Seen> chunks = ours.filter(Seen::chunk)
                    .takeUntil(one -> one.job().state().ended())
                    .collectList()
                    .block(DEADLINE);
            if (chunks.getLast().job().state() != JobState.COMPLETED) {
                throw new AssertionError(
                        "The import ended as " + chunks.getLast().job());
            }
            return new Times(
                    between(start, uploaded),
                    between(uploaded, staged.at()),
                    between(staged.at(), review.at()),
                    between(review.at(), chunks.getLast().at()),
                    steps(review.at(), chunks));
        } finally {
            feed.dispose();
        }
    }

    private static Seen first(Flux<Seen> seen) {
        return Mono.from(seen).block(DEADLINE);
    }

    private static List<Duration> steps(long from, List<Seen> chunks) {
        List<Duration> steps = new ArrayList<>();
        long before = from;
        for (Seen chunk : chunks) {
            steps.add(between(before, chunk.at()));
            before = chunk.at();
        }
        return steps;
    }

    private static Duration between(long from, long to) {
        return Duration.ofNanos(to - from);
    }
}
