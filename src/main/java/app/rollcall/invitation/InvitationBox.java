package app.rollcall.invitation;

import app.rollcall.mail.BoxCounts;
import app.rollcall.mail.CannotSendAgain;
import app.rollcall.mail.FailedLetter;
import app.rollcall.mail.Letter;
import app.rollcall.mail.LetterBox;
import app.rollcall.security.Actor;
import app.rollcall.security.EmailAddress;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Queued invitations as mail (decision 004): each is its own place in the queue, and its token is minted when it leaves. */
@Component
class InvitationBox implements LetterBox {

    static final String KIND = "invitation";

    private static final Logger log = LoggerFactory.getLogger(InvitationBox.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration UNWRITTEN = Duration.ofHours(1);

    private final BoxQuery query;
    private final TroubleQuery trouble;
    private final InvitationLetters letters;
    private final Departures departures;
    private final Invitations invitations;
    private final TransactionalOperator transaction;

    InvitationBox(
            BoxQuery query,
            TroubleQuery trouble,
            InvitationLetters letters,
            Departures departures,
            Invitations invitations,
            TransactionalOperator transaction) {
        this.query = query;
        this.trouble = trouble;
        this.letters = letters;
        this.departures = departures;
        this.invitations = invitations;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<List<Letter>> take(int most) {
        return departures
                .tell()
                .then(transaction.transactional(query.due(most).flatMap(ids -> query.claim(ids, LEASE))))
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::written)
                .collectList();
    }

    /** One that cannot be written must not hold up the others. Its cause may quote what it could not write, and is not logged. */
    private Mono<Letter> written(DueInvitation due) {
        return letters.write(due).onErrorResume(e -> {
            String reason = e.getClass().getSimpleName();
            log.error("The mail of invitation {} could not be written: {}", due.id(), reason);
            return (e instanceof EmailAddress.Malformed
                            ? query.bounced(due.id(), due.messageKey(), reason).then()
                            : query.later(due.id(), due.messageKey(), reason, UNWRITTEN))
                    .then(Mono.empty());
        });
    }

    @Override
    public Mono<Void> sent(Letter letter) {
        return query.sent(letter.key(), letter.messageKey()).flatMap(departures::of);
    }

    @Override
    public Mono<Void> bounced(Letter letter, String reason) {
        return query.bounced(letter.key(), letter.messageKey(), reason).flatMap(departures::of);
    }

    @Override
    public Mono<Void> later(Letter letter, String reason, Duration after) {
        return query.later(letter.key(), letter.messageKey(), reason, after);
    }

    @Override
    public Mono<Long> sweepUnconfirmed() {
        return query.sweep()
                .concatMap(person -> departures.of(person).thenReturn(person))
                .count();
    }

    @Override
    public Flux<FailedLetter> failed(int most) {
        return trouble.failed(most);
    }

    /** As from the pending row: by the same door, with its rights and its rules. */
    @Override
    public Mono<Void> sendAgain(Actor actor, long key, boolean evenTwice) {
        return trouble.person(key)
                .switchIfEmpty(Mono.error(() -> new CannotSendAgain(CannotSendAgain.Reason.MOVED, null)))
                .flatMap(person ->
                        evenTwice ? invitations.sendEvenTwice(actor, person) : invitations.send(actor, person))
                .onErrorMap(CannotSend.class, InvitationBox::again);
    }

    private static CannotSendAgain again(CannotSend cannot) {
        return new CannotSendAgain(
                switch (cannot.reason()) {
                    case TOO_SOON -> CannotSendAgain.Reason.TOO_SOON;
                    case MAY_HAVE_ARRIVED -> CannotSendAgain.Reason.MAY_HAVE_ARRIVED;
                    case ACCEPTED, GONE, DISABLED, QUEUED, LEAVING -> CannotSendAgain.Reason.MOVED;
                },
                cannot.at());
    }

    @Override
    public Mono<BoxCounts> counts() {
        return query.counts();
    }
}
