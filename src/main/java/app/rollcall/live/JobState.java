package app.rollcall.live;

import java.util.Locale;

/** The states of a job (rule R8); the last four are final. */
public enum JobState {
    PREPARING,
    REVIEW,
    QUEUED,
    RUNNING,
    PAUSED,
    NEEDS_ATTENTION,
    COMPLETED,
    COMPLETED_WITH_ERRORS,
    FAILED,
    CANCELLED;

    public boolean ended() {
        return switch (this) {
            case COMPLETED, COMPLETED_WITH_ERRORS, FAILED, CANCELLED -> true;
            case PREPARING, REVIEW, QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION -> false;
        };
    }

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
