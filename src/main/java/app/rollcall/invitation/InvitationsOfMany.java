package app.rollcall.invitation;

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

/** The invitations of several people who were chosen one by one (OM-31). */
@Component
public class InvitationsOfMany {

    private final InvitationQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    InvitationsOfMany(
            InvitationQuery query, Audit audit, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /**
     * Takes their invitations back, each as {@link Invitations#remove} does: those whose was. Who has none, has accepted or is
     * accepting this moment is left alone.
     */
    public Mono<List<PersonId>> remove(Actor actor, Collection<PersonId> people) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(query.holdInvited(people))
                .delayUntil(held -> held.isEmpty()
                        ? Mono.empty()
                        : query.revoke(held, actor)
                                .then(query.removeInvited(held))
                                .then(announce(actor, held))));
    }

    private Mono<Void> announce(Actor actor, List<PersonId> people) {
        List<Long> ids = people.stream().map(PersonId::value).toList();
        AuditLine line =
                AuditLine.byMany(actor.id().value(), Verb.INVITATION_REMOVED, SubjectKind.LEARNER, people.size());
        return audit.recordEach(line, ids).flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(ids, entry)));
    }
}
