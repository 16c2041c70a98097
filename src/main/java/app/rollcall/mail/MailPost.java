package app.rollcall.mail;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.EmailAddress;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What Settings &gt; Mail asks of the post: how it fares, and a mail to oneself. */
@Component
public class MailPost {

    private final List<LetterBox> boxes;
    private final ObjectProvider<HandOver> handOver;
    private final Rights rights;
    private final DatabaseClient database;
    private final LiveEvents live;
    private final TransactionalOperator transaction;
    private final boolean trial;

    MailPost(
            List<LetterBox> boxes,
            ObjectProvider<HandOver> handOver,
            Rights rights,
            DatabaseClient database,
            LiveEvents live,
            TransactionalOperator transaction,
            @Value("${rollcall.trial:false}") boolean trial) {
        this.boxes = boxes;
        this.handOver = handOver;
        this.rights = rights;
        this.database = database;
        this.live = live;
        this.transaction = transaction;
        this.trial = trial;
    }

    /** How all boxes stand. */
    public Mono<MailHealth> health(Actor actor) {
        MailHealth.Way way = trial
                ? MailHealth.Way.CAUGHT
                : handOver.getIfAvailable() == null ? MailHealth.Way.NONE : MailHealth.Way.SERVER;
        return rights.require(actor, Permission.CHANGE_SETTINGS)
                .thenMany(Flux.fromIterable(boxes))
                .concatMap(LetterBox::counts)
                .reduce(MailHealth.nothing(way), MailHealth::with);
    }

    /** The newest that failed, over all boxes. */
    public Mono<List<FailedLetter>> failed(Actor actor, int most) {
        return rights.require(actor, Permission.CHANGE_SETTINGS)
                .thenMany(Flux.fromIterable(boxes))
                .concatMap(box -> box.failed(most))
                .sort(Comparator.comparing(FailedLetter::at, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .take(most)
                .collectList();
    }

    /**
     * Sends a failed one again. Fails with {@link CannotSendAgain}.
     *
     * @param evenTwice whether the actor knows that an unconfirmed one may have arrived
     */
    public Mono<Void> sendAgain(Actor actor, FailedLetter letter, boolean evenTwice) {
        return rights.require(actor, Permission.CHANGE_SETTINGS)
                .thenMany(Flux.fromIterable(boxes))
                .filter(box -> box.kind().equals(letter.box()))
                .concatMap(box -> box.sendAgain(actor, letter.key(), evenTwice))
                .then(live.publish(new LiveEvent.MailChanged()))
                .as(transaction::transactional);
    }

    /** Hands a filled-in template over at once, to the actor; what the server said against it, or empty. */
    public Mono<String> test(Actor actor, TemplateText template, Map<String, String> values) {
        HandOver out = handOver.getIfAvailable();
        Rendered rendered = template.with(values);
        return rights.require(actor, Permission.CHANGE_SETTINGS)
                .then(address(actor))
                .flatMap(to -> out == null
                        ? Mono.<Outcome>just(new Outcome.NotNow("spring.mail.host"))
                        : out.give(letter(actor, template, rendered, to)))
                .map(outcome -> switch (outcome) {
                    case Outcome.Taken _ -> "";
                    case Outcome.Refused(String words) -> words;
                    case Outcome.NotNow(String words) -> words;
                    case Outcome.Unknown(String words) -> words;
                });
    }

    private Mono<EmailAddress> address(Actor actor) {
        return database.sql("SELECT email::text FROM person WHERE id = :person")
                .bind("person", actor.id().value())
                .map(row -> new EmailAddress(Objects.requireNonNull(row.get(0, String.class))))
                .one();
    }

    private static Letter letter(Actor actor, TemplateText template, Rendered rendered, EmailAddress to) {
        return new Letter(
                template.kind().code(),
                0,
                actor.id().value(),
                to,
                actor.name(),
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                true,
                UUID.randomUUID(),
                true);
    }
}
