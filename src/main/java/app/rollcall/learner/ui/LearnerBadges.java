package app.rollcall.learner.ui;

import app.rollcall.learner.Invited;
import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** How a learner's status looks: words, picture and hue, by the mocks' table. */
final class LearnerBadges {

    private LearnerBadges() {}

    static StatusBadge.Look of(Component words, LearnerRow learner) {
        return of(words, learner, "learner.invitation.");
    }

    /** The same in one word, where there is no room for two. */
    static StatusBadge.Look brief(Component words, LearnerRow learner) {
        return of(words, learner, "learner.brief.");
    }

    private static StatusBadge.Look of(Component words, LearnerRow learner, String keys) {
        return switch (learner.status()) {
            case ACTIVE ->
                new StatusBadge.Look(words.getTranslation("learner.status.active"), Icons.DOT, "active", "flush");
            case PAUSED -> new StatusBadge.Look(words.getTranslation("learner.status.paused"), Icons.PAUSE, "paused");
            case DISABLED ->
                new StatusBadge.Look(words.getTranslation("learner.status.disabled"), Icons.BARRED, "disabled");
            case PENDING -> invitation(words, learner.invited(), keys);
        };
    }

    private static StatusBadge.Look invitation(Component words, @Nullable Invited invited, String keys) {
        if (invited == null) {
            return new StatusBadge.Look(words.getTranslation(keys + "none"), Icons.CLOCK, "pending");
        }
        if (invited.accepting()) {
            return new StatusBadge.Look(words.getTranslation(keys + "accepting"), Icons.ENVELOPE_OPEN, "pending");
        }
        String text = words.getTranslation(keys + invited.state().code());
        return switch (invited.state()) {
            case QUEUED -> new StatusBadge.Look(text, Icons.CLOCK, "pending");
            case SENT -> new StatusBadge.Look(text, Icons.ENVELOPE, "pending");
            case OPENED -> new StatusBadge.Look(text, Icons.ENVELOPE_OPEN, "pending");
            case BOUNCED -> new StatusBadge.Look(text, Icons.ENVELOPE_CROSSED, "bounced");
            case UNCONFIRMED -> new StatusBadge.Look(text, Icons.ENVELOPE, "bounced");
            case EXPIRED -> new StatusBadge.Look(text, Icons.CLOCK, "bounced");
            case ACCEPTED -> new StatusBadge.Look(text, Icons.TICK_DISC, "active", "flush");
            case REVOKED, SUPERSEDED -> new StatusBadge.Look(text, Icons.CROSS, "paused");
        };
    }
}
