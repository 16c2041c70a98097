package app.rollcall.importing;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Refused;
import app.rollcall.security.Rights;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who may see an import and who may act on it: admins every one, others their own. */
@Component
class ImportGate {

    private final ImportQuery query;
    private final Rights rights;

    ImportGate(ImportQuery query, Rights rights) {
        this.query = query;
        this.rights = rights;
    }

    /** The import if it is the actor's to see, else empty. */
    Mono<ImportId> see(Actor actor, ImportId id) {
        return rights.require(actor, Permission.SEE_JOBS)
                .then(rights.has(actor, Permission.SEE_ALL_JOBS))
                .flatMap(all -> all ? Mono.just(true) : query.ownedBy(id, actor.id()))
                .filter(visible -> visible)
                .map(_ -> id);
    }

    /** Fails with {@link Refused} unless the actor may change this import. */
    Mono<Void> act(Actor actor, ImportId id) {
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(see(actor, id))
                .switchIfEmpty(Mono.error(() -> new Refused(Permission.SEE_ALL_JOBS)))
                .then();
    }

    /** The same, with the list locked until the transaction ends; fails with {@link NotInList} when it is not open to changes. */
    Mono<ImportQuery.Review> open(Actor actor, ImportId id) {
        return act(actor, id)
                .then(Mono.defer(() -> query.lockForReview(id)))
                .filter(ImportQuery.Review::inReview)
                .switchIfEmpty(Mono.error(NotInList::new));
    }

    /** The list, locked, if it is checked and waits for a person, else empty. */
    Mono<ImportQuery.Review> checked(ImportId id) {
        return query.lockForReview(id).filter(list -> list.inReview() && list.checked());
    }
}
