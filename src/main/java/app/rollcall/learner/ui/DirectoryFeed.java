package app.rollcall.learner.ui;

import app.rollcall.learner.Changed;
import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerCounts;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.Trail;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.ui.FluxBinding;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Turns what is announced about learners into what the directory has to redraw, read again after each announcement. */
final class DirectoryFeed {

    private static final Duration COUNTED = Duration.ofMillis(500);
    private static final Duration DRAWN = Duration.ofMillis(1_500);
    private static final int MOST_GLOWING = 20;
    private static final int FAR = 10_000;

    /** Within it the rows are read and drawn; whoever types on needs no count of what they typed before. */
    private static final Duration ROWS_FIRST = Duration.ofMillis(250);

    /**
     * What was read for a filter. By the time it is on screen another may be asked for: a count is not cut off half-way, and waits
     * for the screen's turn.
     */
    record Of<T>(LearnerFilter filter, T what) {}

    private final Directory directory;
    private final LiveEvents live;
    private final Actor actor;
    private final Supplier<LearnerFilter> filter;

    DirectoryFeed(Directory directory, LiveEvents live, Actor actor, Supplier<LearnerFilter> filter) {
        this.directory = directory;
        this.live = live;
        this.actor = actor;
        this.filter = filter;
    }

    /** Changes of few learners. */
    Flux<Of<Changed>> deeds() {
        return live.of(LiveEvent.LearnersChanged.class)
                .ofType(LiveEvent.LearnersChanged.class)
                .filter(event -> !event.tooManyToName() && event.ids().size() <= MOST_GLOWING)
                .flatMap(event -> of(
                        filter.get(),
                        asked -> directory.changed(
                                actor, event.ids().stream().map(PersonId::new).toList(), event.auditId(), asked)));
    }

    /** The counts after changes of many, or after the feed itself was cut. */
    Flux<Of<LearnerCounts>> bursts() {
        return FluxBinding.calm(ofMany(), COUNTED).concatMap(_ -> counts(filter.get()), 0);
    }

    /**
     * The rows on screen may be old after a change of many. Drawing them costs a browser far more than a count, so this comes
     * at once and then every second or two for as long as the burst lasts, and once after it.
     *
     * @param asked when else they may be old
     * @param again reads what is then compared
     */
    <T> Flux<T> stale(Flux<Boolean> asked, Supplier<Mono<T>> again) {
        return Flux.merge(FluxBinding.calm(ofMany(), DRAWN).map(_ -> true), asked)
                .onBackpressureLatest()
                .concatMap(_ -> again.get(), 0);
    }

    private Flux<LiveEvent> ofMany() {
        return live.of(LiveEvent.LearnersChanged.class).filter(event -> switch (event) {
            case LiveEvent.LearnersChanged changed ->
                changed.tooManyToName() || changed.ids().size() > MOST_GLOWING;
            case LiveEvent.Resync _ -> true;
            case LiveEvent.JobChanged _,
                    LiveEvent.CourseChanged _,
                    LiveEvent.MailChanged _,
                    LiveEvent.PresenceChanged _,
                    LiveEvent.SessionsEnded _ -> false;
        });
    }

    /** Nothing; where rows are read from far down a list, it gets to know its way about there. */
    Flux<Void> surveyed(Flux<Integer> offsets, Supplier<LearnerOrder> order, Trail trail) {
        return offsets.filter(offset -> offset >= FAR)
                .onBackpressureLatest()
                .concatMap(_ -> directory.survey(actor, filter.get(), order.get(), trail), 0);
    }

    /** These learners as they are now, each time they are asked for; one query at a time. */
    Flux<List<LearnerRow>> rows(Flux<List<PersonId>> asked) {
        return asked.onBackpressureLatest().concatMap(ids -> directory.rows(actor, ids), 0);
    }

    /**
     * The counts of the newest filter; one query at a time, none of them cut off half-way.
     *
     * @param chosen filters whose rows come first
     * @param again filters that are to be counted once more, at once
     */
    Flux<Of<LearnerCounts>> counts(Flux<LearnerFilter> chosen, Flux<LearnerFilter> again) {
        return Flux.merge(chosen.switchMap(newest -> Mono.delay(ROWS_FIRST).thenReturn(newest)), again)
                .onBackpressureLatest()
                .concatMap(this::counts, 0);
    }

    private Mono<Of<LearnerCounts>> counts(LearnerFilter asked) {
        return of(asked, matching -> directory.counts(actor, matching));
    }

    private static <T> Mono<Of<T>> of(LearnerFilter asked, Function<LearnerFilter, Mono<T>> read) {
        return read.apply(asked).map(what -> new Of<>(asked, what));
    }
}
