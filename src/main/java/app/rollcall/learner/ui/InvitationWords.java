package app.rollcall.learner.ui;

import app.rollcall.invitation.CannotSend;
import app.rollcall.learner.Invited;
import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the directory says of an invitation: how it stands and since when, and why something could not be done about it. */
final class InvitationWords {

    private InvitationWords() {}

    /** Who invited and when; before that, that they ask to get in. */
    static String invited(Component words, LearnerRow row, Moments moments) {
        if (row.askedIn() != null) {
            return words.getTranslation("learner.asked_in", moments.tell(row.askedIn()));
        }
        Invited invited = row.invited();
        if (invited == null) {
            return words.getTranslation("learner.uninvited");
        }
        String when = moments.tell(invited.at());
        return invited.by() == null
                ? words.getTranslation("learner.invited.when", when)
                : words.getTranslation("learner.invited.by", invited.by(), when);
    }

    /** What it means that they ask to get in; empty when they do not. */
    static String asked(Component words, LearnerRow row, Moments moments) {
        return row.askedIn() == null
                ? ""
                : words.getTranslation("learner.asked_in.title", moments.exact(row.askedIn()));
    }

    static String standing(Component words, Invited invited, Moments moments) {
        Instant since = invited.since();
        return switch (invited.state()) {
            case QUEUED -> waiting(words, invited.sendAfter(), moments);
            case UNCONFIRMED ->
                words.getTranslation("learner.standing.unconfirmed", since == null ? "" : moments.exact(since));
            case BOUNCED ->
                words.getTranslation(
                        "learner.standing.bounced",
                        since == null ? "" : moments.exact(since),
                        Objects.requireNonNullElse(invited.trouble(), ""));
            case EXPIRED -> words.getTranslation("learner.standing.expired", since == null ? "" : moments.exact(since));
            case SENT, OPENED, ACCEPTED, REVOKED, SUPERSEDED -> {
                String state = words.getTranslation(
                        "learner.invitation." + invited.state().code());
                Instant until = invited.expiresAt();
                yield since == null || until == null
                        ? state
                        : words.getTranslation(
                                "learner.standing.since", state, moments.exact(since), moments.exact(until));
            }
        };
    }

    private static String waiting(Component words, @Nullable Instant sendAfter, Moments moments) {
        if (sendAfter == null || !sendAfter.isAfter(moments.now())) {
            return words.getTranslation("learner.standing.queued");
        }
        return sendAfter.equals(Instant.MAX)
                ? words.getTranslation("learner.standing.held_back")
                : words.getTranslation("learner.standing.dated", moments.exact(sendAfter));
    }

    static String cannot(Component words, LearnerRow learner, CannotSend failure, Moments moments) {
        Instant at = failure.at();
        return words.getTranslation(
                "learner.invite.cannot." + failure.reason().name().toLowerCase(Locale.ROOT),
                learner.name(),
                at == null ? "" : moments.exact(at));
    }
}
