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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Who is in which category: "add" unions, "set" replaces, "remove" subtracts (OM-22, rule C13). */
@Component
public class Categories {

    private final CategoryQuery query;
    private final LearnerQuery learners;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    Categories(
            CategoryQuery query,
            LearnerQuery learners,
            Audit audit,
            LiveEvents live,
            Rights rights,
            TransactionalOperator transaction) {
        this.query = query;
        this.learners = learners;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** All there are, by name. */
    public Mono<List<Category>> all(Actor actor) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.all());
    }

    /** Those a learner is in, by name. */
    public Mono<List<Category>> of(Actor actor, PersonId learner) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.of(learner));
    }

    /**
     * Changes a learner's categories; new names become categories. Nothing is recorded when that changes nothing. Fails with {@link
     * Overtaken} when the learner is gone or disabled, with {@link CategoriesMoved} when one of the categories is gone.
     */
    public Mono<Recategorised> apply(Actor actor, PersonId learner, CategoryChange change) {
        return rights.require(actor, Permission.MANAGE_USERS)
                .then(held(learner))
                .flatMap(before -> query.chosen(change)
                        .flatMap(chosen ->
                                moved(learner, before, change.how().after(Recategorised.ids(before), chosen))))
                .flatMap(done -> announced(actor, done, change.how().code()))
                .as(transaction::transactional);
    }

    /**
     * Gives a learner back the categories from before a change; categories that were made for it stay. Fails with {@link
     * CategoriesMoved} when the learner's categories are not those that the change left, or one of the former is gone.
     */
    public Mono<Recategorised> putBack(Actor actor, Recategorised change) {
        return rights.require(actor, Permission.MANAGE_USERS)
                .then(held(change.learner()))
                .filter(now -> Recategorised.ids(now).equals(Recategorised.ids(change.after())))
                .switchIfEmpty(Mono.error(CategoriesMoved::new))
                .flatMap(now -> query.kept(Recategorised.ids(change.before()))
                        .flatMap(before -> moved(change.learner(), now, before)))
                .flatMap(done -> announced(actor, done, "undo"))
                .as(transaction::transactional);
    }

    private Mono<List<Category>> held(PersonId learner) {
        return query.hold(learner)
                .switchIfEmpty(Mono.defer(() -> learners.lastChange(learner)
                        .defaultIfEmpty(Overtaken.gone(learner))
                        .flatMap(Mono::error)))
                .flatMap(_ -> query.of(learner));
    }

    /** Only the difference is written: what an import gives at this moment is left alone. */
    private Mono<Recategorised> moved(PersonId learner, List<Category> before, Set<Long> after) {
        Set<Long> had = Recategorised.ids(before);
        return query.take(learner, less(had, after))
                .then(query.give(learner, less(after, had)))
                .then(Mono.defer(() -> query.of(learner)))
                .map(now -> new Recategorised(learner, before, now));
    }

    private Mono<Recategorised> announced(Actor actor, Recategorised done, String how) {
        if (!done.changed()) {
            return Mono.just(done);
        }
        long learner = done.learner().value();
        AuditLine line = AuditLine.by(actor.id().value(), Verb.CATEGORISED, SubjectKind.LEARNER, learner)
                .with("how", how)
                .with("added", String.valueOf(done.added().size()))
                .with("removed", String.valueOf(done.removed().size()));
        return audit.record(line)
                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(List.of(learner), entry)))
                .thenReturn(done);
    }

    private static Set<Long> less(Set<Long> all, Set<Long> without) {
        Set<Long> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
