package app.rollcall.security;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changing the password one has. It takes nobody's id but the actor's own. */
@Component
public class OwnPassword {

    private final PasswordQueries queries;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Audit audit;
    private final LiveEvents live;
    private final TransactionalOperator transaction;

    OwnPassword(
            PasswordQueries queries,
            Passwords passwords,
            Throttle throttle,
            Audit audit,
            LiveEvents live,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.live = live;
        this.transaction = transaction;
    }

    /** The current password is not right, or was wrong too often a moment ago. */
    public static final class Wrong extends RuntimeException {
        Wrong() {
            super("Not the current password", null, false, false);
        }
    }

    /**
     * Sets the new password; every other session of the actor is over. Fails with {@link Wrong} or {@link NewPassword.Unfit}.
     *
     * @param session the key of the session that goes on
     */
    public Mono<Void> change(Actor actor, String current, String chosen, String session) {
        PersonId person = actor.id();
        return queries.chooser(person)
                .switchIfEmpty(Mono.error(Wrong::new))
                .flatMap(chooser -> {
                    NewPassword password = new NewPassword(chosen);
                    password.requireMoreThan(chooser.ownWords());
                    return proven(person, current).then(passwords.hash(password));
                })
                .flatMap(hash -> set(person, hash, session).as(transaction::transactional));
    }

    private Mono<Void> proven(PersonId person, String current) {
        boolean longer = current.length() > 2 * NewPassword.LONGEST;
        return throttle.admitsProof(person)
                .filter(admitted -> admitted && !longer)
                .flatMap(admitted -> queries.hashOf(person))
                .flatMap(hash -> passwords.matches(current, hash))
                .filter(matches -> matches)
                .switchIfEmpty(Mono.error(Wrong::new))
                .flatMap(matches -> throttle.forgiveProof(person));
    }

    private Mono<Void> set(PersonId person, String hash, String session) {
        return queries.store(person, hash)
                .then(queries.killLinks(person))
                .then(audit.record(
                        AuditLine.by(person.value(), Verb.PASSWORD_CHANGED, SubjectKind.PERSON, person.value())
                                .with("by", "self")))
                .then(live.publish(new LiveEvent.SessionsEnded(person.value(), session)));
    }
}
