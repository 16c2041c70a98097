package app.rollcall.presence;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Rights;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets those who are at a place see each other (OM-57, LV-04). */
@Component
public class Presence {

    /** How often a browser is to be asked for a sign of life; as often the others are looked at again. */
    public static final Duration BEAT = Duration.ofSeconds(8);

    /** Whoever has given no sign for so long is gone; with the beat of those who look it shows within half a minute. */
    static final Duration SILENT = Duration.ofSeconds(20);

    private final PresenceQuery query;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    Presence(PresenceQuery query, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /**
     * Who else is at a place. The actor is there from the subscription to its end, for as long as there are signs of life;
     * their own other screens are not told of. Fails with {@link app.rollcall.security.Refused} for who may not see the place.
     */
    public Flux<List<Present>> enter(Actor actor, Place place, Flux<?> signsOfLife) {
        return Flux.usingWhen(
                come(actor, place),
                screen -> Flux.merge(others(actor, place), stay(screen, actor, place, signsOfLife)),
                screen -> leave(screen, place));
    }

    private Mono<UUID> come(Actor actor, Place place) {
        return Mono.fromSupplier(UUID::randomUUID)
                .delayUntil(screen -> transaction.transactional(
                        rights.require(actor, place.kind().permission())
                                .then(query.forgetSilent())
                                .then(query.seen(screen, place, actor.id()))
                                .then(announce(place))));
    }

    /** Each sign of life counts as one; it is nothing to tell anybody. */
    private Flux<List<Present>> stay(UUID screen, Actor actor, Place place, Flux<?> signsOfLife) {
        return signsOfLife
                .onBackpressureLatest()
                .concatMap(_ -> query.seen(screen, place, actor.id()), 0)
                .thenMany(Flux.empty());
    }

    /** Whoever cannot say good-bye falls silent, and is forgotten as such. */
    private Mono<Void> leave(UUID screen, Place place) {
        return transaction
                .transactional(query.left(screen).flatMap(known -> known ? announce(place) : Mono.empty()))
                .onErrorComplete();
    }

    private Mono<Void> announce(Place place) {
        return live.publish(new LiveEvent.PresenceChanged(place.kind().code(), place.id()));
    }

    /** First to be told, then to look; and again from time to time, for the silent are not announced. */
    private Flux<List<Present>> others(Actor actor, Place place) {
        Flux<?> changes = live.of(LiveEvent.PresenceChanged.class).filter(event -> concerns(event, place));
        return Flux.merge(changes, Flux.interval(Duration.ZERO, BEAT))
                .onBackpressureLatest()
                .concatMap(
                        _ -> rights.require(actor, place.kind().permission()).then(query.others(place, actor.id())), 0)
                .distinctUntilChanged();
    }

    private static boolean concerns(LiveEvent event, Place place) {
        return !(event instanceof LiveEvent.PresenceChanged(String kind, long id))
                || (kind.equals(place.kind().code()) && id == place.id());
    }
}
