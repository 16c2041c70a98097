package app.rollcall.job.ui;

import app.rollcall.security.Actor;
import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A bean by which a feature says where its kind of job is shown and how it is steered, so that the tray can do both. */
public interface JobNavigation {

    /** The kind of job, as in the database. */
    String kind();

    /** The path of the job's screen. */
    String path(long job);

    Mono<Void> pause(Actor actor, long job);

    Mono<Void> resume(Actor actor, long job);

    Mono<Void> cancel(Actor actor, long job);

    /** What to tell a person about a failure of those three; empty for one that nobody expected. */
    Optional<String> sentence(Component words, Throwable failure);

    /** What each of these jobs works on and how, in one line, by the job's id, in the words of whoever looks. */
    Mono<Map<Long, Function<Component, String>>> captions(Actor actor, Collection<Long> jobs);
}
