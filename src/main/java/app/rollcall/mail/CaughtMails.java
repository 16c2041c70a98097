package app.rollcall.mail;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what a trial caught; exists in a trial only. */
@Component
@ConditionalOnBooleanProperty("rollcall.trial")
public class CaughtMails {

    private final CaughtQuery query;
    private final Rights rights;

    CaughtMails(CaughtQuery query, Rights rights) {
        this.query = query;
        this.rights = rights;
    }

    /** The newest, at most so many. */
    public Mono<List<CaughtMail>> newest(Actor actor, int most) {
        return rights.require(actor, Permission.CHANGE_SETTINGS).then(query.newest(most));
    }
}
