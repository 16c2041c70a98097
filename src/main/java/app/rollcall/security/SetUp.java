package app.rollcall.security;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Makes the organisation and its first owner, once, for whoever holds the link that the log showed. */
@Component
public class SetUp {

    private final SetUpQueries queries;
    private final Passwords passwords;
    private final Audit audit;
    private final SetUpSettings settings;
    private final TransactionalOperator transaction;

    SetUp(
            SetUpQueries queries,
            Passwords passwords,
            Audit audit,
            SetUpSettings settings,
            ReactiveTransactionManager transactions) {
        this.queries = queries;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.transaction = TransactionalOperator.create(transactions);
    }

    /** A new token when nobody owns this Rollcall yet, otherwise nothing. Earlier ones stay good until they expire. */
    public Mono<OneTimeToken> link() {
        return queries.owned().filter(owned -> !owned).flatMap(unowned -> {
            OneTimeToken token = OneTimeToken.mint();
            return queries.keep(token, settings.linkLife()).thenReturn(token);
        });
    }

    /** Whether the token would still be taken. */
    public Mono<Boolean> accepts(OneTimeToken token) {
        return queries.usable(token);
    }

    /**
     * Uses the token up and makes the owner, both or neither. Nothing comes back when the token is unknown, used or too old, or
     * when somebody else became the owner first. The password is hashed only for a token that is good.
     */
    public Mono<PersonId> accept(OneTimeToken token, FirstOwner owner) {
        return accepts(token)
                .filter(usable -> usable)
                .flatMap(usable -> passwords.hash(owner.password()))
                .flatMap(hash -> make(token, owner, hash).as(transaction::transactional))
                .onErrorResume(TooLate.class, late -> Mono.empty());
    }

    /** Fails rather than ending empty, so that a token is not used up for nothing. */
    private Mono<PersonId> make(OneTimeToken token, FirstOwner owner, String hash) {
        return queries.use(token)
                .flatMap(link -> queries.nameOrganisation(owner.organisation()))
                .flatMap(named -> queries.makeOwner(owner, hash))
                .flatMap(person -> audit.record(AuditLine.by(person.value(), Verb.SET_UP, SubjectKind.ORGANISATION, 1))
                        .thenReturn(person))
                .switchIfEmpty(Mono.error(TooLate::new));
    }

    private static final class TooLate extends RuntimeException {
        TooLate() {
            super("Somebody else was first", null, false, false);
        }
    }
}
