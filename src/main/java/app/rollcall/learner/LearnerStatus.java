package app.rollcall.learner;

import java.util.Locale;

/** What a learner may do: two independent facts, sign in and learn, in the four combinations there are (rule C1). */
public enum LearnerStatus {
    /** Invited, no account yet. */
    PENDING,
    /** May sign in and learn. */
    ACTIVE,
    /** May sign in, the courses are closed (OM-25). */
    PAUSED,
    /** May not sign in. */
    DISABLED;

    public boolean learningAllowed() {
        return this == ACTIVE;
    }

    /** The word in the database and in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static LearnerStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
