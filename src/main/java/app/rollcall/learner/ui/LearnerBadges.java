package app.rollcall.learner.ui;

import app.rollcall.learner.InvitationState;
import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** How a learner's status looks: words, picture and hue, by the mocks' table. */
final class LearnerBadges {

    private LearnerBadges() {}

    static StatusBadge of(Component words, LearnerRow learner) {
        return switch (learner.status()) {
            case ACTIVE -> new StatusBadge(words.getTranslation("learner.status.active"), Icons.DOT, "active", "flush");
            case PAUSED -> new StatusBadge(words.getTranslation("learner.status.paused"), Icons.PAUSE, "paused");
            case DISABLED -> new StatusBadge(words.getTranslation("learner.status.disabled"), Icons.BARRED, "disabled");
            case PENDING -> invitation(words, learner.invitation());
        };
    }

    private static StatusBadge invitation(Component words, @Nullable InvitationState state) {
        if (state == null) {
            return new StatusBadge(words.getTranslation("learner.invitation.none"), Icons.CLOCK, "pending");
        }
        String text = words.getTranslation("learner.invitation." + state.code());
        return switch (state) {
            case QUEUED -> new StatusBadge(text, Icons.CLOCK, "pending");
            case SENT, DELIVERED -> new StatusBadge(text, Icons.ENVELOPE, "pending");
            case OPENED -> new StatusBadge(text, Icons.ENVELOPE_OPEN, "pending");
            case BOUNCED -> new StatusBadge(text, Icons.ENVELOPE_CROSSED, "bounced");
            case EXPIRED -> new StatusBadge(text, Icons.CLOCK, "bounced");
        };
    }
}
