package app.rollcall.mail;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.security.Actor;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PasswordLinks;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mail's own outbox, emptied before all others: somebody waits for a link. Mails are written when they leave. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MailBox implements LetterBox {

    static final String KIND = "mail";
    static final String RESET_PATH = "new_password?token=";
    static final String FORGOTTEN_PATH = "forgot_password";

    private final MailQueries queries;
    private final MailTemplates templates;
    private final PasswordLinks links;
    private final BaseUrl baseUrl;
    private final Duration lease;
    private final Rights rights;
    private final Audit audit;
    private final TransactionalOperator transaction;

    MailBox(
            MailQueries queries,
            MailTemplates templates,
            PasswordLinks links,
            BaseUrl baseUrl,
            MailProperties properties,
            Rights rights,
            Audit audit,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.templates = templates;
        this.links = links;
        this.baseUrl = baseUrl;
        this.lease = properties.lease();
        this.rights = rights;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<List<Letter>> take(int most) {
        return queries.withdrawStale(links.life())
                .then(queries.claim(most, lease))
                .flatMap(claimed ->
                        Flux.fromIterable(claimed).concatMap(this::written).collectList())
                .as(transaction::transactional);
    }

    private Mono<Letter> written(Waiting mail) {
        Map<String, String> variables = new TreeMap<>(mail.variables());
        variables.put("first_name", mail.firstName());
        variables.put("organisation", mail.organisation());
        Mono<Map<String, String>> filled = switch (mail.kind()) {
            case RESET_PASSWORD -> links.mint(mail.person()).map(token -> withLink(variables, token));
            case NEW_SIGN_IN -> {
                variables.put("time", time(mail));
                variables.put("link", baseUrl.link(FORGOTTEN_PATH));
                yield Mono.just(variables);
            }
            case INVITATION, REMINDER, MESSAGE -> Mono.just(variables);
        };
        return filled.flatMap(values -> templates.render(mail.kind().code(), mail.locale(), values))
                .map(rendered -> new Letter(
                        mail.kind().code(),
                        mail.id(),
                        mail.person().value(),
                        mail.to(),
                        (mail.firstName() + " " + mail.lastName()).strip(),
                        rendered.subject(),
                        rendered.text(),
                        rendered.html(),
                        mail.kind() != MailKind.MESSAGE,
                        mail.messageKey(),
                        // These are few, and somebody waits for them: none is put behind a long queue.
                        true));
    }

    private Map<String, String> withLink(Map<String, String> variables, OneTimeToken token) {
        variables.put("link", baseUrl.link(RESET_PATH + token.text()));
        variables.put("minutes", Long.toString(links.life().toMinutes()));
        return variables;
    }

    private static String time(Waiting mail) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG)
                .withLocale(MailTemplates.spoken(mail.locale()))
                .format(mail.createdAt().atZone(mail.zone()));
    }

    @Override
    public Mono<Void> sent(Letter letter) {
        return queries.sent(letter.key());
    }

    @Override
    public Mono<Void> bounced(Letter letter, String reason) {
        return queries.bounced(letter.key(), reason);
    }

    @Override
    public Mono<Void> later(Letter letter, String reason, Duration after) {
        return queries.later(letter.key(), reason, after);
    }

    @Override
    public Mono<Long> sweepUnconfirmed() {
        return queries.sweepUnconfirmed();
    }

    @Override
    public Flux<FailedLetter> failed(int most) {
        return queries.failed(most);
    }

    @Override
    public Mono<Void> sendAgain(Actor actor, long key, boolean evenTwice) {
        return rights.require(actor, Permission.CHANGE_SETTINGS)
                .then(queries.holdUnconfirmed(key))
                .flatMap(unconfirmed -> unconfirmed && !evenTwice
                        ? Mono.error(new CannotSendAgain(CannotSendAgain.Reason.MAY_HAVE_ARRIVED, null))
                        : queries.again(key))
                .switchIfEmpty(Mono.error(() -> new CannotSendAgain(CannotSendAgain.Reason.MOVED, null)))
                .flatMap(person ->
                        audit.record(AuditLine.by(actor.id().value(), Verb.RESENT, SubjectKind.PERSON, person.value())))
                .then()
                .as(transaction::transactional);
    }

    @Override
    public Mono<BoxCounts> counts() {
        return queries.counts();
    }
}
