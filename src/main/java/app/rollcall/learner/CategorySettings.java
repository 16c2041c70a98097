package app.rollcall.learner;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The list of categories itself, for those who may change settings. Whatever is done to one shows on every screen that is open. */
@Component
public class CategorySettings {

    private final CategoryListQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    CategorySettings(
            CategoryListQuery query, Audit audit, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** All categories by name, each with how many are in it. */
    public Mono<List<CategoryUse>> uses(Actor actor) {
        return allowed(actor).then(query.uses());
    }

    /** Makes a category. Fails with {@link CategoryNameTaken}. */
    public Mono<Category> make(Actor actor, CategoryLook look) {
        return allowed(actor)
                .then(query.make(look))
                .onErrorMap(DuplicateKeyException.class, _ -> new CategoryNameTaken(look.name()))
                .flatMap(made -> announced(actor, Verb.CATEGORY_MADE, made, 0).thenReturn(made))
                .as(transaction::transactional);
    }

    /**
     * Renames and recolours.
     *
     * @param seen the category as it was when somebody decided so; fails with {@link CategoryOvertaken} when it is not so any more,
     *     with {@link CategoryNameTaken} when another one is called that
     */
    public Mono<Void> change(Actor actor, Category seen, CategoryLook look) {
        return allowed(actor)
                .then(query.change(seen, look))
                .onErrorMap(DuplicateKeyException.class, _ -> new CategoryNameTaken(look.name()))
                .flatMap(changed -> changed ? announced(actor, Verb.CATEGORY_CHANGED, seen, 0) : overtaken(seen))
                .as(transaction::transactional);
    }

    /**
     * Puts everybody of one category into another, and removes the one; how many there were. Fails with {@link CategoryOvertaken}
     * when either has changed.
     */
    public Mono<Long> merge(Actor actor, Category from, Category into) {
        if (from.id() == into.id()) {
            return Mono.error(new IllegalArgumentException("A category cannot be merged into itself"));
        }
        return allowed(actor)
                .then(query.hold(from, into))
                .flatMap(held -> !held.contains(into)
                        ? this.<Long>overtaken(into)
                        : held.contains(from) ? query.move(from, into) : this.<Long>overtaken(from))
                .flatMap(moved -> query.remove(from)
                        .then(announced(actor, Verb.CATEGORY_MERGED, from, moved))
                        .thenReturn(moved))
                .as(transaction::transactional);
    }

    /** Removes a category from everybody who is in it; how many they were. Fails with {@link CategoryOvertaken}. */
    public Mono<Long> remove(Actor actor, Category seen) {
        return allowed(actor)
                .then(query.hold(seen, seen))
                .flatMap(held -> held.contains(seen) ? query.clear(seen) : this.<Long>overtaken(seen))
                .flatMap(learners -> query.remove(seen)
                        .then(announced(actor, Verb.CATEGORY_REMOVED, seen, learners))
                        .thenReturn(learners))
                .as(transaction::transactional);
    }

    private Mono<Void> allowed(Actor actor) {
        return rights.require(actor, Permission.CHANGE_SETTINGS);
    }

    /** Everybody in it looks different now, and they may be many: what is on screen is to be read again. */
    private Mono<Void> announced(Actor actor, Verb verb, Category category, long learners) {
        return audit.record(AuditLine.by(actor.id().value(), verb, SubjectKind.CATEGORY, category.id())
                        .with("learners", String.valueOf(learners)))
                .flatMap(entry -> live.publish(new LiveEvent.LearnersChanged(List.of(), entry)));
    }

    private <T> Mono<T> overtaken(Category seen) {
        return query.lastChange(seen).flatMap(Mono::error);
    }
}
