package app.rollcall.security.ui;

import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Where a servlet's (virtual) thread waits for the reactive side of security: filters and a first render cannot do without. */
public final class Crossing {

    /** Longer than a full queue of password hashes takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Crossing() {}

    /** Asks at once what is waited for later. */
    public static <T> Mono<T> begin(Mono<T> answer) {
        return Mono.fromFuture(answer.toFuture());
    }

    public static <T> Optional<T> wait(Mono<T> answer) {
        return answer.blockOptional(PATIENCE);
    }
}
