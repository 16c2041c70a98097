package app.rollcall.security;

import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The language somebody reads and is written to in. It takes nobody's id but the actor's own. */
@Component
public class OwnLanguage {

    private final AccountQueries accounts;

    OwnLanguage(AccountQueries accounts) {
        this.accounts = accounts;
    }

    /** What is on record; empty when nothing is. */
    public Mono<Locale> find(Actor actor) {
        return accounts.language(actor.id()).map(Locale::forLanguageTag);
    }

    /** Puts it on record as set by hand, so that no list of people takes it back by itself. */
    public Mono<Void> choose(Actor actor, Locale language) {
        return accounts.setLanguage(actor.id(), language.toLanguageTag()).then();
    }
}
