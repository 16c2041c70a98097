package app.rollcall.mail;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Empties the boxes, in their order, at the set rate. A letter is claimed, handed over, and its outcome written, in three
 * steps: who is cut off between the second and the third leaves it to the box's sweep, which calls it unconfirmed.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 50;
    private static final int TRIES = 3;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(200);

    private final List<LetterBox> boxes;
    private final HandOver handOver;
    private final MailRate rate;
    private final MailTries tries;
    private final LiveEvents live;
    private final int connections;
    private final Duration longest;

    /** @param longest after so long no further round is begun, so that another node may have a turn */
    Delivery(
            List<LetterBox> boxes,
            HandOver handOver,
            MailRate rate,
            MailTries tries,
            LiveEvents live,
            MailProperties properties,
            Duration longest) {
        this.boxes = List.copyOf(boxes);
        this.handOver = handOver;
        this.rate = rate;
        this.tries = tries;
        this.live = live;
        this.connections = properties.connections();
        this.longest = longest;
    }

    /** What came of a claimed batch. */
    private record Round(int taken, int handedOver) {

        Round and(Round other) {
            return new Round(taken + other.taken, handedOver + other.handedOver);
        }
    }

    /** Hands over what is due until nothing is, the rate is used up, or its time is over. */
    Mono<Void> drain() {
        return rate.sweep()
                .thenMany(Flux.fromIterable(boxes))
                .concatMap(LetterBox::sweepUnconfirmed)
                .reduce(0L, Long::sum)
                .flatMap(cutOff -> cutOff > 0 ? announce() : Mono.empty())
                .then(Mono.defer(() -> rounds(System.nanoTime() + longest.toNanos())));
    }

    /** The time is looked at between rounds: one that is broken off leaves letters behind that are in fact on their way. */
    private Mono<Void> rounds(long until) {
        return Mono.defer(this::round)
                .repeat()
                .takeUntil(round -> round.taken() == 0 || System.nanoTime() - until > 0)
                .then();
    }

    private Mono<Round> round() {
        return rate.take(BATCH)
                .flatMap(places -> from(0, places, new ConcurrentHashMap<>())
                        .flatMap(round -> (places > round.handedOver()
                                        ? rate.giveBack(places - round.handedOver())
                                        : Mono.<Void>empty())
                                .then(round.taken() > 0 ? announce() : Mono.empty())
                                .thenReturn(round)));
    }

    private Mono<Round> from(int box, int places, Map<String, Integer> putBack) {
        if (box == boxes.size() || places == 0) {
            return Mono.just(new Round(0, 0));
        }
        return boxes.get(box)
                .take(places)
                .flatMap(letters -> Flux.fromIterable(letters)
                        .flatMap(letter -> deliver(boxes.get(box), letter, putBack), connections)
                        .reduce(new Round(0, 0), Round::and)
                        .flatMap(round ->
                                from(box + 1, places - letters.size(), putBack).map(round::and)));
    }

    /** A letter to a domain that has its share goes back: to the end of the domain's queue, or behind those put back before it. */
    private Mono<Round> deliver(LetterBox box, Letter letter, Map<String, Integer> putBack) {
        return rate.takeOne(letter.domain())
                .flatMap(may -> may
                        ? handOver.give(letter)
                                .flatMap(outcome -> settle(box, letter, outcome))
                                .thenReturn(new Round(1, 1))
                        : turn(letter, putBack)
                                .flatMap(wait -> box.later(letter, "", wait))
                                .thenReturn(new Round(1, 0)))
                .onErrorResume(e -> {
                    log.error("What became of {} could not be written", letter, e);
                    return Mono.just(new Round(1, 1));
                });
    }

    private Mono<Duration> turn(Letter letter, Map<String, Integer> putBack) {
        return letter.turnBooked()
                ? Mono.just(rate.pace().multipliedBy(putBack.merge(letter.domain(), 1, Integer::sum)))
                : rate.book(letter.domain());
    }

    private Mono<Void> settle(LetterBox box, Letter letter, Outcome outcome) {
        Mono<Void> written = switch (outcome) {
            case Outcome.Taken _ -> box.sent(letter).then(tries.forget(letter));
            case Outcome.Refused(String words) -> box.bounced(letter, words).then(tries.forget(letter));
            case Outcome.NotNow(String words) -> putOff(box, letter, words);
            case Outcome.Unknown(String words) -> {
                log.warn("No answer came for {}, which may have arrived: {}", letter, words);
                yield Mono.empty();
            }
        };
        return written.retryWhen(Retry.backoff(TRIES, BEFORE_NEXT_TRY));
    }

    private Mono<Void> putOff(LetterBox box, Letter letter, String words) {
        return tries.putOff(letter)
                .flatMap(wait -> wait.isPresent()
                        ? box.later(letter, words, wait.get())
                        : box.bounced(letter, words).then(tries.forget(letter)));
    }

    private Mono<Void> announce() {
        return live.publish(new LiveEvent.MailChanged());
    }
}
