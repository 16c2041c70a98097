package app.rollcall.product;

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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which products a learner has access to, for those who may see it; giving and taking it (OM-20, OM-60). */
@Component
public class ProductAccess {

    private final ProductAccessQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    ProductAccess(
            ProductAccessQuery query, Audit audit, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** One page of those whose title or code holds the text, by title. */
    public Mono<List<LearnerProduct>> page(Actor actor, PersonId learner, String text, long offset, int limit) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.page(learner, text, offset, limit));
    }

    public Mono<Long> count(Actor actor, PersonId learner, String text) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.count(learner, text));
    }

    /** One page of the published ones that the learner has not, by title. */
    public Mono<List<Product>> grantable(Actor actor, PersonId learner, String text, long offset, int limit) {
        return rights.require(actor, Permission.MANAGE_USERS).then(query.grantable(learner, text, offset, limit));
    }

    public Mono<Long> grantableCount(Actor actor, PersonId learner, String text) {
        return rights.require(actor, Permission.MANAGE_USERS).then(query.grantableCount(learner, text));
    }

    /** Gives access to those of the products that are published; who has one keeps it as it is. Gives how many were new. */
    public Mono<Integer> grant(Actor actor, PersonId learner, Collection<ProductId> products) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(query.grant(learner, products, actor.id()))
                .delayUntil(got -> Flux.fromIterable(got)
                        .concatMap(product -> announce(actor, learner, product, Verb.ACCESS_GRANTED)))
                .map(List::size));
    }

    /** What was taken away, so that it can be given back. */
    public record Taken(
            PersonId learner,
            ProductId product,
            @Nullable Long grantedBy,
            Instant grantedAt,
            @Nullable Instant expiresAt) {}

    /** Takes the access away. Empty when the learner has not got it any more. */
    public Mono<Taken> take(Actor actor, PersonId learner, ProductId product) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(query.take(learner, product))
                .delayUntil(_ -> announce(actor, learner, product.value(), Verb.ACCESS_REMOVED)));
    }

    /** Undoes {@link #take}; who was given it anew meanwhile keeps that. Empty when the learner or the product is gone. */
    public Mono<Boolean> giveBack(Actor actor, Taken taken) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(query.giveBack(taken))
                .filter(back -> back)
                .delayUntil(
                        _ -> announce(actor, taken.learner(), taken.product().value(), Verb.ACCESS_GRANTED)));
    }

    private Mono<Void> announce(Actor actor, PersonId learner, long product, Verb verb) {
        return audit.record(AuditLine.by(actor.id().value(), verb, SubjectKind.LEARNER, learner.value())
                        .with("product", Long.toString(product)))
                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(List.of(learner.value()), entry)));
    }
}
