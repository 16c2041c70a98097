package app.rollcall.bulk;

import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done to several learners at once (OM-31), each to those it fits (OM-32). */
public enum BulkAction {
    PAUSE,
    UNPAUSE,
    /** Cannot be undone. */
    REMOVE_INVITATION;

    public boolean fits(LearnerRow learner) {
        return switch (this) {
            case PAUSE -> learner.status() == LearnerStatus.ACTIVE;
            case UNPAUSE -> learner.status() == LearnerStatus.PAUSED;
            case REMOVE_INVITATION -> learner.pending() && learner.invited() != null;
        };
    }

    /** What takes it back; null for what cannot be. */
    public @Nullable BulkAction undo() {
        return switch (this) {
            case PAUSE -> UNPAUSE;
            case UNPAUSE -> PAUSE;
            case REMOVE_INVITATION -> null;
        };
    }

    /** The word in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
