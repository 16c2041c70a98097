package app.rollcall.learner;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The categories of several learners at once (OM-22, OM-30); who is gone or disabled meanwhile is left out. */
@Component
public class CategoriesOfMany {

    private final CategoriesOfManyQuery query;
    private final CategoryQuery categories;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    CategoriesOfMany(
            CategoriesOfManyQuery query,
            CategoryQuery categories,
            Audit audit,
            LiveEvents live,
            Rights rights,
            TransactionalOperator transaction) {
        this.query = query;
        this.categories = categories;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** The categories that at least one of them is in, by name. */
    public Mono<List<Category>> of(Actor actor, Collection<PersonId> learners) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.of(learners));
    }

    /**
     * Changes their categories; new names become categories. Fails with {@link CategoriesMoved}, and then nobody's were changed, when
     * one of the categories is gone.
     */
    public Mono<Regrouped> apply(Actor actor, Collection<PersonId> learners, CategoryChange change) {
        return rights.require(actor, Permission.MANAGE_USERS)
                .then(query.hold(learners))
                .flatMap(held -> categories.chosen(change).flatMap(chosen -> moved(held, change.how(), chosen)))
                .delayUntil(done -> announced(actor, done, change.how().code()))
                .as(transaction::transactional);
    }

    private Mono<Regrouped> moved(List<PersonId> held, CategoryChange.How how, Set<Long> chosen) {
        Mono<List<Regrouped.Membership>> given = query.give(held, chosen);
        return switch (how) {
            case ADD -> given.map(pairs -> new Regrouped(pairs, List.of()));
            case REMOVE -> query.take(held, chosen).map(pairs -> new Regrouped(List.of(), pairs));
            case SET ->
                query.takeOthers(held, chosen).flatMap(taken -> given.map(pairs -> new Regrouped(pairs, taken)));
        };
    }

    /** Takes back what a change gave and gives back what it took, as far as the learners and the categories are there; nothing else. */
    public Mono<Regrouped> putBack(Actor actor, Regrouped change) {
        return rights.require(actor, Permission.MANAGE_USERS)
                .then(query.hold(change.learners()))
                .then(query.take(change.given()))
                .flatMap(taken -> query.give(change.taken()).map(given -> new Regrouped(given, taken)))
                .delayUntil(done -> announced(actor, done, "undo"))
                .as(transaction::transactional);
    }

    private Mono<Void> announced(Actor actor, Regrouped done, String how) {
        List<Long> ids = done.learners().stream().map(PersonId::value).toList();
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        AuditLine line = AuditLine.byMany(actor.id().value(), Verb.CATEGORISED, SubjectKind.LEARNER, ids.size())
                .with("how", how);
        return audit.recordEach(line, ids).flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(ids, entry)));
    }
}
