package app.rollcall.security;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Links to choose a new password: for the mail that carries one. */
@Component
public class PasswordLinks {

    private final PasswordQueries queries;
    private final Duration life;

    PasswordLinks(PasswordQueries queries, PasswordSettings settings) {
        this.queries = queries;
        this.life = settings.linkLife();
    }

    /** A new link, in the caller's transaction; every earlier one of the person is dead with it. */
    public Mono<OneTimeToken> mint(PersonId person) {
        OneTimeToken token = OneTimeToken.mint();
        return queries.killLinks(person).then(queries.keep(person, token, life)).thenReturn(token);
    }

    /** How long a link lives. */
    public Duration life() {
        return life;
    }
}
