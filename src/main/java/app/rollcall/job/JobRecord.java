package app.rollcall.job;

import app.rollcall.live.JobProgress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the history has it.
 *
 * @param startedAt when its present step, or the one it ended with, was first taken up; null when none was
 * @param through the name of the program by which it was begun; null when a person began it on a screen
 */
public record JobRecord(
        JobProgress job,
        @Nullable Instant startedAt,
        @Nullable String through) {

    /** The same job as it stands by now. */
    public JobRecord with(JobProgress now) {
        return new JobRecord(now, startedAt == null ? now.runStartedAt() : startedAt, through);
    }
}
