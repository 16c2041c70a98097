package app.rollcall.invitation;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the screens what became of invitations that were mailed: the first at once, and then at most once a second however many
 * leave, for each telling makes every directory count again. What is not told when a node dies, the screens' slow poll finds.
 */
@Component
class Departures {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LiveEvents live;
    private final Clock clock;
    private final Set<Long> untold = new HashSet<>();
    private Instant told = Instant.EPOCH;

    Departures(LiveEvents live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /** A person's invitation left, or did not. */
    Mono<Void> of(long person) {
        synchronized (untold) {
            untold.add(person);
        }
        return tell();
    }

    /** Tells what is to be told, unless that was done a moment ago; call it again soon. */
    Mono<Void> tell() {
        return Mono.defer(() -> {
            Set<Long> people = take();
            return people.isEmpty() ? Mono.empty() : live.publish(LiveEvent.LearnersChanged.of(people, 0));
        });
    }

    private Set<Long> take() {
        synchronized (untold) {
            Instant now = clock.instant();
            if (untold.isEmpty() || now.isBefore(told.plus(PAUSE))) {
                return Set.of();
            }
            told = now;
            Set<Long> people = Set.copyOf(untold);
            untold.clear();
            return people;
        }
    }
}
