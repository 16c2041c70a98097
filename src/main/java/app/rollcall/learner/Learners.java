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
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What an admin may do to a learner. Each command is a compare-and-set: who comes second is told who came first. */
@Component
public class Learners {

    private final LearnerQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    Learners(LearnerQuery query, Audit audit, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** Closes the learner's courses until unpaused (OM-24, OM-25). Fails with {@link Overtaken} unless active. */
    public Mono<Void> pause(Actor actor, PersonId learner) {
        return change(actor, learner, LearnerStatus.ACTIVE, LearnerStatus.PAUSED, Verb.PAUSED);
    }

    /** Opens the learner's courses again (OM-26). Fails with {@link Overtaken} unless paused. */
    public Mono<Void> unpause(Actor actor, PersonId learner) {
        return change(actor, learner, LearnerStatus.PAUSED, LearnerStatus.ACTIVE, Verb.UNPAUSED);
    }

    /** The same for several at once (OM-31): those who were paused. Who is not active, or is no learner, is left alone. */
    public Mono<List<PersonId>> pauseAll(Actor actor, Collection<PersonId> learners) {
        return changeAll(actor, learners, LearnerStatus.ACTIVE, LearnerStatus.PAUSED, Verb.PAUSED);
    }

    /** The same for several at once: those who were unpaused. */
    public Mono<List<PersonId>> unpauseAll(Actor actor, Collection<PersonId> learners) {
        return changeAll(actor, learners, LearnerStatus.PAUSED, LearnerStatus.ACTIVE, Verb.UNPAUSED);
    }

    private Mono<List<PersonId>> changeAll(
            Actor actor, Collection<PersonId> learners, LearnerStatus from, LearnerStatus to, Verb verb) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(query.moveStatus(learners, from, to))
                .delayUntil(moved -> moved.isEmpty() ? Mono.empty() : announceAll(actor, moved, verb)));
    }

    private Mono<Void> announceAll(Actor actor, List<PersonId> learners, Verb verb) {
        List<Long> ids = learners.stream().map(PersonId::value).toList();
        return audit.recordEach(AuditLine.byMany(actor.id().value(), verb, SubjectKind.LEARNER, ids.size()), ids)
                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(ids, entry)));
    }

    private Mono<Void> change(Actor actor, PersonId learner, LearnerStatus from, LearnerStatus to, Verb verb) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(query.moveStatus(learner, from, to))
                .flatMap(moved -> moved ? announce(actor, learner, verb) : overtaken(learner)));
    }

    private Mono<Void> announce(Actor actor, PersonId learner, Verb verb) {
        return audit.record(AuditLine.by(actor.id().value(), verb, SubjectKind.LEARNER, learner.value()))
                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(List.of(learner.value()), entry)));
    }

    private Mono<Void> overtaken(PersonId learner) {
        return query.lastChange(learner).defaultIfEmpty(Overtaken.gone(learner)).flatMap(Mono::error);
    }
}
