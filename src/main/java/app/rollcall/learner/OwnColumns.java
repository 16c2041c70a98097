package app.rollcall.learner;

import app.rollcall.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which columns somebody wants to see, on whatever machine they sign in. It takes nobody's id but the actor's own. */
@Component
public class OwnColumns {

    private final OwnColumnsQuery query;

    OwnColumns(OwnColumnsQuery query) {
        this.query = query;
    }

    /** What is not usual, at most one for each table. */
    public Mono<List<DirectoryColumns>> find(Actor actor) {
        return query.find(actor.id()).collectList();
    }

    /** Keeps a choice; the usual is kept by forgetting. */
    public Mono<Void> keep(Actor actor, DirectoryColumns chosen) {
        return chosen.isUsual() ? query.forget(actor.id(), chosen.table()) : query.keep(actor.id(), chosen);
    }
}
