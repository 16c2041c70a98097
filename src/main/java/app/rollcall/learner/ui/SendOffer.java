package app.rollcall.learner.ui;

import app.rollcall.learner.InvitationState;
import app.rollcall.learner.Invited;
import app.rollcall.learner.LearnerRow;
import java.time.Duration;

/**
 * Whether an invitation can be sent to a pending learner now (TI-15, EG-06), and if not, when.
 *
 * @param id of the control that sends
 * @param what first, again, now instead of later, or queued
 * @param now whether it can be sent
 * @param left how long until it can; zero when that is not a matter of time
 */
record SendOffer(String id, String what, boolean now, Duration left) {

    private static final String FIRST = "send-invitation";

    static SendOffer of(LearnerRow row, RowItems.Actions actions) {
        Invited invited = row.invited();
        if (invited == null) {
            return new SendOffer(FIRST, "first", true, Duration.ZERO);
        }
        if (invited.state() == InvitationState.QUEUED) {
            boolean waits = actions.waits(invited.sendAfter());
            return new SendOffer(FIRST, waits ? "now" : "queued", waits, Duration.ZERO);
        }
        Duration left = row.askedIn() == null ? actions.untilResendable(invited.lastSent()) : Duration.ZERO;
        return new SendOffer("resend", "again", !left.isPositive(), left);
    }

    /** Whether the same is offered for both, but for the seconds that have passed. */
    static boolean alike(LearnerRow one, LearnerRow other, RowItems.Actions actions) {
        SendOffer first = of(one, actions);
        SendOffer second = of(other, actions);
        return (one.invited() == null) == (other.invited() == null)
                && first.what.equals(second.what)
                && first.now == second.now
                && first.later() == second.later();
    }

    boolean later() {
        return !now && left.isPositive();
    }
}
