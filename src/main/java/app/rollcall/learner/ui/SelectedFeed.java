package app.rollcall.learner.ui;

import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerRow;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.ui.FluxBinding;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Reads anew whom somebody has selected, whenever that may not be true any more: changed by others, selected or filtered anew. */
final class SelectedFeed {

    private static final Duration SOON = Duration.ofMillis(150);
    private static final Duration IN_A_BURST = Duration.ofSeconds(1);

    private final Directory directory;
    private final LiveEvents live;
    private final Actor actor;
    private final Sinks.Many<Question> asked = Sinks.many().replay().latest();
    private volatile Question question = new Question(Set.of(), LearnerFilter.EVERYBODY);

    private record Question(Set<PersonId> ids, LearnerFilter filter) {}

    /**
     * What is true of the selected.
     *
     * @param rows those of them who are still there
     * @param shown how many the list shows with its filter
     */
    record Answer(Set<PersonId> asked, List<LearnerRow> rows, long shown) {}

    SelectedFeed(Directory directory, LiveEvents live, Actor actor) {
        this.directory = directory;
        this.live = live;
        this.actor = actor;
    }

    void ask(Set<PersonId> ids, LearnerFilter filter) {
        question = new Question(ids, filter);
        asked.tryEmitNext(question);
    }

    Flux<Answer> answers() {
        return Flux.merge(
                        FluxBinding.calm(Flux.merge(asked.asFlux(), events(true)), SOON),
                        FluxBinding.calm(events(false), IN_A_BURST))
                .onBackpressureLatest()
                .concatMap(_ -> answer(question), 0);
    }

    private Flux<LiveEvent> events(boolean named) {
        return live.of(LiveEvent.LearnersChanged.class).filter(event -> switch (event) {
            case LiveEvent.LearnersChanged changed when !changed.tooManyToName() -> named && concerns(changed);
            case LiveEvent.LearnersChanged _, LiveEvent.Resync _ -> !named;
            case LiveEvent.JobChanged _,
                    LiveEvent.CourseChanged _,
                    LiveEvent.MailChanged _,
                    LiveEvent.PresenceChanged _,
                    LiveEvent.SessionsEnded _ -> false;
        });
    }

    private boolean concerns(LiveEvent.LearnersChanged changed) {
        Set<PersonId> ids = question.ids();
        return changed.ids().stream().anyMatch(id -> ids.contains(new PersonId(id)));
    }

    private Mono<Answer> answer(Question now) {
        return now.ids().isEmpty()
                ? Mono.empty()
                : Mono.zip(directory.rows(actor, now.ids()), directory.shown(actor, now.filter(), now.ids()))
                        .map(read -> new Answer(now.ids(), read.getT1(), read.getT2()));
    }
}
