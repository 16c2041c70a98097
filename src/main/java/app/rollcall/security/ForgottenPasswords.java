package app.rollcall.security;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The way back in for who forgot the password (LS-01). Asking tells nothing: the answer is the same, and as slow, for an
 * address that nobody has, one that may not sign in, and one that asked too often.
 *
 * <p>TI-16 says that where Resend Invite is not available, asking here makes it appear. We read it so: who is invited, or was, and
 * has no account yet gets no link to a password, for there is none to change; that they asked is noted, and shows at their row.
 * From then on the admins are offered to send the invitation, also within the day that otherwise lies between two mails
 * (EG-07), until a mail has left.
 */
@Component
public class ForgottenPasswords {

    private final AccountQueries accounts;
    private final PasswordQueries queries;
    private final Passwords passwords;
    private final Throttle throttle;
    private final PersonalMail mail;
    private final Audit audit;
    private final LiveEvents live;
    private final PasswordSettings settings;
    private final TransactionalOperator transaction;

    ForgottenPasswords(
            AccountQueries accounts,
            PasswordQueries queries,
            Passwords passwords,
            Throttle throttle,
            PersonalMail mail,
            Audit audit,
            LiveEvents live,
            PasswordSettings settings,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.queries = queries;
        this.passwords = passwords;
        this.throttle = throttle;
        this.mail = mail;
        this.audit = audit;
        this.live = live;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Has a link mailed to whoever the address belongs to, if it may be. A link they had is dead from now on.
     *
     * @param typed as typed; not checked yet
     * @param network the client's IP address as the server sees it
     */
    public Mono<Void> ask(String typed, String network) {
        Mono<Void> asked = throttle.admitsLink(typed, network)
                .filter(admitted -> admitted)
                .flatMap(admitted -> find(typed).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(found -> found.map(this::answer).orElseGet(() -> note(null)));
        return Mono.when(asked, Mono.delay(settings.answerAfter()));
    }

    /** Whether the link would still be taken. */
    public Mono<Boolean> accepts(OneTimeToken token) {
        return queries.holder(token).hasElement();
    }

    /**
     * Uses the link up and sets the password, both or neither; every session of the person is over. Nothing comes back when
     * the link is unknown, used or too old. Fails with {@link NewPassword.Unfit}, and the link stays good.
     */
    public Mono<PersonId> choose(OneTimeToken token, String typed) {
        return queries.holder(token).flatMap(chooser -> {
            NewPassword password = new NewPassword(typed);
            password.requireMoreThan(chooser.ownWords());
            return passwords
                    .hash(password)
                    .flatMap(hash -> queries.use(token)
                            .flatMap(used -> set(chooser.person(), hash))
                            .as(transaction::transactional));
        });
    }

    private Mono<PersonId> set(PersonId person, String hash) {
        return queries.store(person, hash)
                .then(queries.killLinks(person))
                .then(audit.record(
                        AuditLine.by(person.value(), Verb.PASSWORD_CHANGED, SubjectKind.PERSON, person.value())
                                .with("by", "link")))
                .then(live.publish(new LiveEvent.SessionsEnded(person.value(), "")))
                .thenReturn(person);
    }

    private Mono<Account> find(String typed) {
        try {
            return accounts.find(new EmailAddress(typed));
        } catch (EmailAddress.Malformed e) {
            return Mono.empty();
        }
    }

    private Mono<Void> answer(Account account) {
        PersonId person = account.actor().id();
        return account.open() ? queue(person) : account.invited() ? askIn(person) : note(null);
    }

    /** The admins see who knocks; nothing is mailed. */
    private Mono<Void> askIn(PersonId person) {
        return queries.noteAsking(person)
                .flatMap(_ -> audit.record(
                        AuditLine.unattributed(Verb.PASSWORD_FORGOTTEN, SubjectKind.LEARNER, person.value())))
                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(List.of(person.value()), entry)))
                .as(transaction::transactional);
    }

    private Mono<Void> queue(PersonId person) {
        return queries.killLinks(person)
                .then(mail.passwordLink(person))
                .then(note(person.value()))
                .as(transaction::transactional);
    }

    private Mono<Void> note(@Nullable Long person) {
        return audit.record(AuditLine.unattributed(Verb.PASSWORD_FORGOTTEN, SubjectKind.PERSON, person))
                .then();
    }
}
