package app.rollcall.learner;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Refused;
import app.rollcall.security.Rights;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Views of the directory under a name, for those who may see it. A view is its owner's; others see it while it is shared, and
 * whoever may change settings can end the sharing or delete what is shared.
 */
@Component
public class SavedViews {

    private final SavedViewQuery query;
    private final Audit audit;
    private final Rights rights;
    private final TransactionalOperator transaction;

    SavedViews(SavedViewQuery query, Audit audit, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** One's own by name, and then what others share. */
    public Mono<List<SavedView>> all(Actor actor) {
        return allowed(actor).then(query.all(actor.id()));
    }

    /** One that the actor may see; empty when there is none such. */
    public Mono<SavedView> find(Actor actor, long id) {
        return allowed(actor).then(query.find(actor.id(), id));
    }

    /** Keeps a query under a name. Fails with {@link ViewNameTaken}. */
    public Mono<SavedView> save(Actor actor, ViewName name, boolean shared, String shown) {
        SavedView fresh = new SavedView(0, actor.id(), actor.name(), name.value(), shared, shown, 0);
        return allowed(actor)
                .then(query.make(fresh))
                .onErrorMap(DuplicateKeyException.class, _ -> new ViewNameTaken(name.value()))
                .flatMap(id -> recorded(actor, Verb.VIEW_SAVED, id, shared ? "shared" : "own")
                        .then(query.find(actor.id(), id)))
                .as(transaction::transactional);
    }

    /** Only for its owner. Fails with {@link ViewOvertaken} and {@link ViewNameTaken}. */
    public Mono<SavedView> rename(Actor actor, SavedView seen, ViewName name) {
        return change(actor, seen, "name", false, view -> view.called(name));
    }

    /** Lets it show something else. Only for its owner. Fails with {@link ViewOvertaken}. */
    public Mono<SavedView> update(Actor actor, SavedView seen, String shown) {
        return change(actor, seen, "query", false, view -> view.showing(shown));
    }

    /** Only for its owner. Fails with {@link ViewOvertaken}. */
    public Mono<SavedView> share(Actor actor, SavedView seen) {
        return change(actor, seen, "shared", false, view -> view.sharedIs(true));
    }

    /** Leaves it to its owner alone; empty for everybody else. Fails with {@link ViewOvertaken}. */
    public Mono<SavedView> unshare(Actor actor, SavedView seen) {
        return change(actor, seen, "unshared", true, view -> view.sharedIs(false));
    }

    /** Fails with {@link ViewOvertaken}. */
    public Mono<Void> remove(Actor actor, SavedView seen) {
        return held(actor, seen, true)
                .flatMap(view -> query.remove(view.id()).then(recorded(actor, Verb.VIEW_REMOVED, view.id(), "deleted")))
                .as(transaction::transactional);
    }

    /** Undoes {@link #remove}: its links lead to it again. Fails with {@link ViewNameTaken}. */
    public Mono<SavedView> putBack(Actor actor, SavedView removed) {
        return allowed(actor)
                .then(removed.ownedBy(actor) ? Mono.<Void>empty() : rights.require(actor, Permission.CHANGE_SETTINGS))
                .then(query.putBack(removed))
                .onErrorMap(DuplicateKeyException.class, _ -> new ViewNameTaken(removed.name()))
                .then(Mono.defer(() -> recorded(actor, Verb.VIEW_SAVED, removed.id(), "undo")))
                .then(Mono.defer(() -> query.find(actor.id(), removed.id())))
                .as(transaction::transactional);
    }

    private Mono<SavedView> change(
            Actor actor, SavedView seen, String what, boolean byOthers, UnaryOperator<SavedView> how) {
        return held(actor, seen, byOthers)
                .map(how)
                .flatMap(view ->
                        query.change(view).onErrorMap(DuplicateKeyException.class, _ -> new ViewNameTaken(view.name())))
                .then(Mono.defer(() -> recorded(actor, Verb.VIEW_CHANGED, seen.id(), what)))
                .then(Mono.defer(() -> query.find(actor.id(), seen.id())))
                .as(transaction::transactional);
    }

    /** The view as it is and was seen, for this transaction alone. */
    private Mono<SavedView> held(Actor actor, SavedView seen, boolean byOthers) {
        return allowed(actor)
                .then(query.hold(actor.id(), seen.id()))
                .delayUntil(view -> view.ownedBy(actor) ? Mono.empty() : others(actor, byOthers))
                .filter(view -> view.version() == seen.version())
                .switchIfEmpty(
                        Mono.defer(() -> query.lastChange(actor.id(), seen.id()).flatMap(Mono::error)));
    }

    private Mono<Void> others(Actor actor, boolean may) {
        return may
                ? rights.require(actor, Permission.CHANGE_SETTINGS)
                : Mono.error(new Refused(Permission.CHANGE_SETTINGS));
    }

    private Mono<Void> recorded(Actor actor, Verb verb, long view, String what) {
        return audit.record(AuditLine.by(actor.id().value(), verb, SubjectKind.VIEW, view)
                        .with("what", what))
                .then();
    }

    private Mono<Void> allowed(Actor actor) {
        return rights.require(actor, Permission.LIST_LEARNERS);
    }
}
