package app.rollcall.job;

import app.rollcall.live.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody or something else was first: the job is not in a state in which this can be done. Says who, when, and what it is now. */
public final class JobMoved extends RuntimeException {

    private final JobState state;
    private final @Nullable String by;
    private final @Nullable Instant at;
    private final Instant now;

    JobMoved(JobState state, @Nullable String by, @Nullable Instant at, Instant now) {
        super("The job is " + state.code() + " already", null, false, false);
        this.state = state;
        this.by = by;
        this.at = at;
        this.now = now;
    }

    public JobState state() {
        return state;
    }

    /** Who did the last thing to it; null when that was nobody who is known. */
    public @Nullable String by() {
        return by;
    }

    public @Nullable Instant at() {
        return at;
    }

    /** When this was found out, by the clock that also told {@link #at()}. */
    public Instant now() {
        return now;
    }
}
