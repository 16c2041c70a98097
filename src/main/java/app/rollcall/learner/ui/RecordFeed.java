package app.rollcall.learner.ui;

import app.rollcall.enrolment.CourseFigures;
import app.rollcall.enrolment.LearnerCourses;
import app.rollcall.learner.Directory;
import app.rollcall.learner.HistoryLine;
import app.rollcall.learner.LearnerHistory;
import app.rollcall.learner.LearnerRow;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.product.ProductAccess;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.ui.FluxBinding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a record shows of a learner, and when that is to be read again. */
final class RecordFeed {

    /** So many lines of history are shown. */
    static final int LINES = 200;

    private static final Duration REREAD = Duration.ofMillis(300);

    private final Doors doors;
    private final LiveEvents live;
    private final Actor actor;

    /** Where it is read. */
    @org.springframework.stereotype.Component
    record Doors(Directory directory, LearnerCourses courses, ProductAccess products, LearnerHistory history) {}

    /**
     * What is known of a learner.
     *
     * @param learner nobody when there is none of that number
     * @param history the newest {@link #LINES} and one more, if there are as many
     */
    record Known(Optional<LearnerRow> learner, CourseFigures courses, long products, List<HistoryLine> history) {}

    RecordFeed(Doors doors, LiveEvents live, Actor actor) {
        this.doors = doors;
        this.live = live;
        this.actor = actor;
    }

    /** Reads each that is asked for; of those that come while one is read, only the last. */
    Flux<Known> known(Flux<PersonId> asked) {
        return asked.onBackpressureLatest()
                .concatMap(
                        id -> Mono.zip(
                                        doors.directory.rows(actor, List.of(id)),
                                        doors.courses.figures(actor, id),
                                        doors.products.count(actor, id, ""),
                                        doors.history.page(actor, id, 0, LINES + 1))
                                .map(read -> new Known(
                                        read.getT1().stream().findFirst(), read.getT2(), read.getT3(), read.getT4())),
                        0);
    }

    /** The learner, or too many to name, have changed. */
    Flux<LiveEvent> changes(Supplier<PersonId> id) {
        return FluxBinding.calm(
                live.of(LiveEvent.LearnersChanged.class)
                        .filter(event -> !(event instanceof LiveEvent.LearnersChanged(var ids, long _))
                                || ids.isEmpty()
                                || ids.contains(id.get().value())),
                REREAD);
    }
}
