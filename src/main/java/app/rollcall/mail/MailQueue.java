package app.rollcall.mail;

import app.rollcall.security.PersonId;
import app.rollcall.security.PersonalMail;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What security has people told. */
@Component
class MailQueue implements PersonalMail {

    private final MailQueries queries;

    MailQueue(MailQueries queries) {
        this.queries = queries;
    }

    @Override
    public Mono<Void> passwordLink(PersonId to) {
        return queries.withdraw(MailKind.RESET_PASSWORD, to)
                .then(queries.queue(MailKind.RESET_PASSWORD, to, Map.of()))
                .then();
    }

    @Override
    public Mono<Void> newSignIn(PersonId to) {
        return queries.queue(MailKind.NEW_SIGN_IN, to, Map.of()).then();
    }
}
