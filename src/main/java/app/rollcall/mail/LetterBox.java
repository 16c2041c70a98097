package app.rollcall.mail;

import app.rollcall.security.Actor;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where letters wait: the mail's own outbox, or a room whose rows are their own place in the queue (invitations). */
public interface LetterBox {

    String kind();

    /**
     * Claims up to so many that are due, in a transaction of its own: what secret they need is minted now and only its hash
     * kept. A claimed letter is {@code sending}, with a lease by the database's clock of at least five minutes.
     */
    Mono<List<Letter>> take(int most);

    /** The mail server took it over. */
    Mono<Void> sent(Letter letter);

    /** It was refused for good (5xx): shown, never tried again by itself. */
    Mono<Void> bounced(Letter letter, String reason);

    /**
     * Back to queued: the server put it off (4xx), was not there, or, with an empty reason, its turn has not come.
     *
     * @param after how long it waits
     */
    Mono<Void> later(Letter letter, String reason, Duration after);

    /** Letters whose lease ran out inside the hand-over: unconfirmed, shown, never sent again silently. How many. */
    Mono<Long> sweepUnconfirmed();

    /** Those that were refused for good or are unconfirmed, the newest first. */
    Flux<FailedLetter> failed(int most);

    /**
     * Queues one of those anew, by somebody's hand and in their name. Fails with {@link CannotSendAgain} when it is none of them any
     * more, and with {@link app.rollcall.security.Refused}.
     *
     * @param evenTwice whether they know that an unconfirmed one may have arrived
     */
    Mono<Void> sendAgain(Actor actor, long key, boolean evenTwice);

    /** How many wait, are being sent, failed: for the health card. */
    Mono<BoxCounts> counts();
}
