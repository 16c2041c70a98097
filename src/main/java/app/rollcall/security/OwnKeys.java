package app.rollcall.security;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether single letters are keys for somebody. It takes nobody's id but the actor's own. */
@Component
public class OwnKeys {

    private final AccountQueries accounts;

    OwnKeys(AccountQueries accounts) {
        this.accounts = accounts;
    }

    /** Empty when the actor is gone. */
    public Mono<Boolean> letters(Actor actor) {
        return accounts.letterKeys(actor.id());
    }

    public Mono<Void> choose(Actor actor, boolean letters) {
        return accounts.setLetterKeys(actor.id(), letters).then();
    }
}
