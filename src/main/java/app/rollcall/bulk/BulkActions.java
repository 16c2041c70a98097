package app.rollcall.bulk;

import app.rollcall.invitation.InvitationsOfMany;
import app.rollcall.learner.Learners;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does one thing to several learners: all of it or nothing, to those it fits at that moment, and twice does no more than once. */
@Component
public class BulkActions {

    private final Learners learners;
    private final InvitationsOfMany invitations;

    BulkActions(Learners learners, InvitationsOfMany invitations) {
        this.learners = learners;
        this.invitations = invitations;
    }

    /** Whoever it does not fit is left alone, and counted. */
    public Mono<BulkDone> run(Actor actor, BulkAction action, Selection selection) {
        Set<PersonId> people = selection.people();
        return work(actor, action, people)
                .map(changed -> new BulkDone(action, changed, people.size() - changed.size()));
    }

    private Mono<List<PersonId>> work(Actor actor, BulkAction action, Set<PersonId> people) {
        return switch (action) {
            case PAUSE -> learners.pauseAll(actor, people);
            case UNPAUSE -> learners.unpauseAll(actor, people);
            case REMOVE_INVITATION -> invitations.remove(actor, people);
        };
    }
}
