package app.rollcall.learning.ui;

import app.rollcall.learning.MyCourses;
import app.rollcall.learning.MyLearning;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One's own courses, read at once and again whenever something may have changed them. */
final class MyLearningFeed {

    /** An import that names nobody goes on for minutes; each chunk of it may hold oneself. */
    private static final Duration BURST = Duration.ofMillis(500);

    private final MyLearning learning;
    private final LiveEvents live;
    private final Actor actor;
    private final Sinks.Many<Boolean> asked = Sinks.many().multicast().directBestEffort();

    MyLearningFeed(MyLearning learning, LiveEvents live, Actor actor) {
        this.learning = learning;
        this.live = live;
        this.actor = actor;
    }

    /** Reads again. */
    void ask() {
        asked.tryEmitNext(true);
    }

    /** What is true now, and from now on; an empty one when the account was closed. */
    Flux<Optional<MyCourses>> courses() {
        // Merged in this order: the subscriptions stand before the first read begins.
        return Flux.merge(named(), unnamed(), asked.asFlux(), Flux.just(true))
                .onBackpressureLatest()
                .concatMap(_ -> learning.of(actor).map(Optional::of).defaultIfEmpty(Optional.empty()), 0);
    }

    private Flux<Boolean> named() {
        return live.of(LiveEvent.LearnersChanged.class)
                .ofType(LiveEvent.LearnersChanged.class)
                .filter(event -> event.ids().contains(actor.id().value()))
                .map(_ -> true);
    }

    private Flux<Boolean> unnamed() {
        return live.of(LiveEvent.LearnersChanged.class)
                .filter(event -> switch (event) {
                    case LiveEvent.LearnersChanged changed -> changed.tooManyToName();
                    case LiveEvent.Resync _ -> true;
                    case LiveEvent.JobChanged _,
                            LiveEvent.CourseChanged _,
                            LiveEvent.MailChanged _,
                            LiveEvent.PresenceChanged _,
                            LiveEvent.SessionsEnded _ -> false;
                })
                .sample(BURST)
                .map(_ -> true);
    }
}
