package app.rollcall.invitation;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Many invitations at once: those that an import left for later, and those that have expired. Whatever is sent here only becomes
 * due; the mail leaves at its own rate.
 */
@Component
public class WaitingInvitations {

    private final WaitingQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    WaitingInvitations(
            WaitingQuery query, Audit audit, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** What waits and what has expired. */
    public Mono<Waiting> find(Actor actor) {
        return rights.require(actor, Permission.MANAGE_USERS)
                .then(Mono.zip(query.batches().collectList(), query.expired(), Waiting::new));
    }

    /**
     * @param batches prepared invitations that wait
     * @param resendable expired ones that may be sent anew now (EG-07)
     */
    public record Waiting(List<WaitingBatch> batches, long resendable) {

        public Waiting {
            batches = List.copyOf(batches);
        }
    }

    /**
     * Sends a batch that waits, now or on a date; how many it was.
     *
     * @param batch the import they came with; null for those that came with none
     * @param at when they leave; null for now
     */
    public Mono<Long> sendBatch(Actor actor, @Nullable Long batch, @Nullable Instant at) {
        return command(actor, Verb.RELEASED, query.send(batch, at));
    }

    /** Sends all that have expired anew, as far as their people may be written to again; how many it was. */
    public Mono<Long> resendExpired(Actor actor) {
        return command(actor, Verb.RESENT, query.resendExpired(actor));
    }

    private Mono<Long> command(Actor actor, Verb verb, Mono<Long> work) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(work)
                .flatMap(count -> count == 0
                        ? Mono.just(count)
                        : audit.record(AuditLine.byMany(actor.id().value(), verb, SubjectKind.LEARNER, count))
                                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.unnamed()))
                                .thenReturn(count)));
    }
}
