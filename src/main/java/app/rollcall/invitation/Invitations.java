package app.rollcall.invitation;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.invitation.InvitationQuery.Held;
import app.rollcall.learner.InvitationState;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.LinkGuard;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.Passwords;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * One person's invitation: what an admin may do about it, and what the person does with its link. New people are invited by an
 * import, of one line or of a million.
 */
@Component
public class Invitations {

    private final InvitationQuery query;
    private final LinkQuery links;
    private final LinkGuard guard;
    private final Passwords passwords;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    Invitations(
            InvitationQuery query,
            LinkQuery links,
            LinkGuard guard,
            Passwords passwords,
            Audit audit,
            LiveEvents live,
            Rights rights,
            TransactionalOperator transaction) {
        this.query = query;
        this.links = links;
        this.guard = guard;
        this.passwords = passwords;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /**
     * Sends the invitation (TI-15): for the first time, now instead of later, or anew, which kills the earlier link at once.
     * Fails with {@link CannotSend} when it waits already, when the last mail is too short a time ago (EG-07), when that mail may
     * have arrived although nobody said so, or when there is nothing to invite to any more.
     */
    public Mono<Void> send(Actor actor, PersonId person) {
        return send(actor, person, false);
    }

    /** The same for somebody who knows that the mail before may have arrived, and that then there are two (decision 010). */
    public Mono<Void> sendEvenTwice(Actor actor, PersonId person) {
        return send(actor, person, true);
    }

    private Mono<Void> send(Actor actor, PersonId person, boolean evenTwice) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(held(person))
                .filter(held -> evenTwice || held.state() != InvitationState.UNCONFIRMED)
                .switchIfEmpty(Mono.error(() -> new CannotSend(CannotSend.Reason.MAY_HAVE_ARRIVED, null)))
                .flatMap(held -> send(actor, person, held))
                .flatMap(verb -> announce(actor, verb, person)));
    }

    private Mono<Verb> send(Actor actor, PersonId person, Held held) {
        Long current = held.current();
        InvitationState state = held.state();
        if (current == null || state == null) {
            return query.queue(person, actor).thenReturn(Verb.INVITED);
        }
        if (held.leaving()) {
            return Mono.error(new CannotSend(CannotSend.Reason.LEAVING, null));
        }
        if (state == InvitationState.QUEUED) {
            return held.due()
                    ? Mono.error(new CannotSend(CannotSend.Reason.QUEUED, null))
                    : query.hasten(current).thenReturn(Verb.INVITED);
        }
        return held.resendableAt() == null
                ? query.replace(current, actor).thenReturn(Verb.RESENT)
                : Mono.error(new CannotSend(CannotSend.Reason.TOO_SOON, held.resendableAt()));
    }

    /**
     * Takes the invitation back (OM-27): its link is dead at once (OM-28), and who was nothing but invited is gone from the
     * directory, with what was prepared. What happened to the invitation is kept. Fails with {@link CannotSend}.
     */
    public Mono<Void> remove(Actor actor, PersonId person) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(held(person))
                .filter(held -> held.current() != null)
                .switchIfEmpty(Mono.error(() -> new CannotSend(CannotSend.Reason.GONE, null)))
                .flatMap(_ -> query.revoke(List.of(person), actor).then(query.removeInvited(List.of(person))))
                .flatMap(_ -> announce(actor, Verb.INVITATION_REMOVED, person)));
    }

    /**
     * What a link is good for, for the page behind it (LS-02). Opening accepts nothing; it shows in the directory.
     *
     * @param network the client's IP address as the server sees it
     */
    public Mono<InvitationLink> open(OneTimeToken token, String network) {
        return guarded(token, network, links.find(token))
                .flatMap(link -> link.state() != LinkState.OPEN
                        ? Mono.just(link)
                        : transaction
                                .transactional(links.opened(token).flatMap(person -> publish(person, 0)))
                                .thenReturn(link));
    }

    /**
     * Makes the invited person's account, once (C5): who is second fails with {@link CannotAccept}. Fails with
     * {@link NewPassword.Unfit} when the password is hardly more than the person's own words. It is hashed only for a link that
     * is good.
     */
    public Mono<PersonId> accept(OneTimeToken token, String network, NewAccount account) {
        return guarded(token, network, links.find(token))
                .flatMap(link -> link.welcome() == null
                        ? Mono.error(new CannotAccept(link.state()))
                        : hash(account, link.welcome()))
                .flatMap(hash -> transaction.transactional(activate(token, account, hash)))
                .switchIfEmpty(links.find(token).flatMap(link -> Mono.error(new CannotAccept(link.state()))));
    }

    private Mono<String> hash(NewAccount account, InvitationLink.Welcome welcome) {
        account.password()
                .requireMoreThan(
                        List.of(account.firstName(), account.lastName(), welcome.email(), welcome.organisation()));
        return passwords.hash(account.password());
    }

    private Mono<PersonId> activate(OneTimeToken token, NewAccount account, String hash) {
        return links.hold(token)
                .flatMap(_ -> links.use(token))
                .flatMap(person -> links.activate(person, account, hash))
                .flatMap(person -> audit.record(
                                AuditLine.by(person.value(), Verb.ACCEPTED, SubjectKind.LEARNER, person.value()))
                        .flatMap(entry -> publish(person, entry))
                        .thenReturn(person));
    }

    private Mono<InvitationLink> guarded(OneTimeToken token, String network, Mono<InvitationLink> found) {
        return guard.admits(token, network)
                .flatMap(admitted -> admitted
                        ? found.delayUntil(link ->
                                link.state() == LinkState.UNKNOWN ? Mono.empty() : guard.forgive(token, network))
                        : Mono.just(InvitationLink.dead(LinkState.THROTTLED)));
    }

    /** What became of a person's invitations, the newest first. */
    public Mono<List<PastInvitation>> history(Actor actor, PersonId person) {
        return rights.require(actor, Permission.LIST_LEARNERS)
                .then(query.history(person).collectList());
    }

    /** The person, held and still to be invited. */
    private Mono<Held> held(PersonId person) {
        return query.hold(person)
                .switchIfEmpty(Mono.error(() -> new CannotSend(CannotSend.Reason.GONE, null)))
                .flatMap(held -> switch (held.status()) {
                    case PENDING -> Mono.just(held);
                    case ACTIVE, PAUSED -> Mono.error(new CannotSend(CannotSend.Reason.ACCEPTED, held.acceptedAt()));
                    case DISABLED -> Mono.error(new CannotSend(CannotSend.Reason.DISABLED, null));
                });
    }

    private Mono<Void> announce(Actor actor, Verb verb, PersonId person) {
        return audit.record(AuditLine.by(actor.id().value(), verb, SubjectKind.LEARNER, person.value()))
                .flatMap(entry -> publish(person, entry));
    }

    private Mono<Void> publish(PersonId person, long entry) {
        return live.publish(LiveEvent.LearnersChanged.of(List.of(person.value()), entry));
    }
}
