package app.rollcall.bulk;

import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why somebody cannot be selected (OM-33). */
public enum CannotSelect {
    /** The link of the invitation is open, and there is no profile yet (rule C3). */
    ACCEPTING,
    /** Nothing that is done to several at once is for those who may not sign in. */
    DISABLED;

    /** Null for those who can. */
    public static @Nullable CannotSelect of(LearnerRow learner) {
        if (learner.status() == LearnerStatus.DISABLED) {
            return DISABLED;
        }
        return learner.invited() != null && learner.invited().accepting() ? ACCEPTING : null;
    }

    /** The word in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
