package app.rollcall.security;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.LogText;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Lets people in (LS-01). Every failure is the same to the one who tries: nothing comes back, after the work of one hash. What
 * it was stands in the audit.
 */
@Component
public class SignIns {

    private static final Logger log = LoggerFactory.getLogger(SignIns.class);

    private final AccountQueries accounts;
    private final Throttle throttle;
    private final Passwords passwords;
    private final KnownPlaces places;
    private final PersonalMail mail;
    private final Audit audit;
    private final TransactionalOperator transaction;

    SignIns(
            AccountQueries accounts,
            Throttle throttle,
            Passwords passwords,
            KnownPlaces places,
            PersonalMail mail,
            Audit audit,
            ReactiveTransactionManager transactions) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.passwords = passwords;
        this.places = places;
        this.mail = mail;
        this.audit = audit;
        this.transaction = TransactionalOperator.create(transactions);
    }

    /** Why a sign-in failed: for the audit, never for the one who tries. */
    private enum Failure {
        UNKNOWN,
        CLOSED,
        NO_PASSWORD,
        WRONG_PASSWORD,
        THROTTLED
    }

    /** The person, now signed in and noted so; or nothing. */
    public Mono<Actor> signIn(SignInAttempt attempt) {
        return throttle.admits(attempt)
                .flatMap(admitted -> find(attempt.email())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(account -> check(attempt, account, admitted)))
                .onErrorResume(RejectedExecutionException.class, flood -> {
                    log.warn("Sign-in refused: too many wait for their password to be checked");
                    return Mono.empty();
                });
    }

    /** Lets in who has just proved to be this person by a link of theirs; nothing when the account is closed. */
    public Mono<Actor> admit(PersonId person) {
        return accounts.find(person)
                .filter(Account::open)
                .flatMap(account -> noted(account.actor()).as(transaction::transactional));
    }

    /** Notes that somebody left. */
    public Mono<Void> signOut(Actor actor) {
        long person = actor.id().value();
        return audit.record(AuditLine.by(person, Verb.SIGNED_OUT, SubjectKind.PERSON, person))
                .then();
    }

    private Mono<Account> find(String typed) {
        try {
            return accounts.find(new EmailAddress(typed));
        } catch (EmailAddress.Malformed e) {
            return Mono.empty();
        }
    }

    /** One hash in every case, against nobody's when there is none to check against; only then is looked at why not. */
    private Mono<Actor> check(SignInAttempt attempt, Optional<Account> account, boolean admitted) {
        String hash = account.map(Account::passwordHash).orElse(passwords.nobodys());
        boolean longer = attempt.password().length() > 2 * NewPassword.LONGEST;
        return passwords.matches(longer ? "" : attempt.password(), hash).flatMap(matches -> {
            if (!admitted) {
                return failed(attempt, account, Failure.THROTTLED);
            } else if (account.isEmpty()) {
                return failed(attempt, account, Failure.UNKNOWN);
            } else if (!account.get().open()) {
                return failed(attempt, account, Failure.CLOSED);
            } else if (account.get().passwordHash() == null) {
                return failed(attempt, account, Failure.NO_PASSWORD);
            } else if (!matches || longer) {
                return failed(attempt, account, Failure.WRONG_PASSWORD);
            }
            return enter(attempt, account.get().actor(), hash);
        });
    }

    private Mono<Actor> enter(SignInAttempt attempt, Actor actor, String hash) {
        Mono<Actor> entered = noted(actor)
                .flatMap(_ -> places.isNew(actor.id(), attempt))
                .flatMap(fresh -> (fresh ? mail.newSignIn(actor.id()) : Mono.<Void>empty()).thenReturn(actor))
                .as(transaction::transactional);
        Mono<Void> renewed = passwords
                .renewed(attempt.password(), hash)
                .flatMap(better -> accounts.renewHash(actor.id(), hash, better))
                .then();
        return entered.flatMap(person -> throttle.forgive(attempt).then(renewed).thenReturn(person));
    }

    private Mono<Actor> noted(Actor actor) {
        return accounts.markSignedIn(actor.id())
                .flatMap(id -> audit.record(AuditLine.by(id, Verb.SIGNED_IN, SubjectKind.PERSON, id)))
                .map(_ -> actor);
    }

    /** A throttled attempt is not worth a line in the audit, which can only grow: the failures that led there have theirs. */
    private Mono<Actor> failed(SignInAttempt attempt, Optional<Account> account, Failure failure) {
        String reason = failure.name().toLowerCase(Locale.ROOT);
        log.info("Sign-in from {} failed: {}", LogText.escaped(attempt.network()), reason);
        if (failure == Failure.THROTTLED) {
            return Mono.empty();
        }
        Long person = account.map(known -> known.actor().id().value()).orElse(null);
        return audit.record(AuditLine.unattributed(Verb.SIGN_IN_FAILED, SubjectKind.PERSON, person)
                        .with("reason", reason))
                .then(Mono.empty());
    }
}
