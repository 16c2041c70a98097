package app.rollcall.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a job stands, taken from what is committed, so that every screen on every node shows the same.
 *
 * @param step what it does now, a word of its kind: reading, checking, applying
 * @param total units of this step: bytes while reading, rows afterwards
 * @param done units committed without fault
 * @param failed units committed as failed
 * @param runStartedDone units that were already committed when the present run took the job up
 * @param progressAt when the last units were committed, by the database's clock
 * @param cancelledBy who cancelled it, by name; null when nobody did, or nobody who is known
 * @param reason why it failed or needs attention, a typed code; null otherwise
 */
public record JobProgress(
        long id,
        String kind,
        String title,
        JobState state,
        String step,
        long total,
        long done,
        long failed,
        @Nullable Long startedBy,
        @Nullable String startedByName,
        Instant createdAt,
        @Nullable Instant runStartedAt,
        long runStartedDone,
        @Nullable Instant progressAt,
        @Nullable Instant finishedAt,
        @Nullable String cancelledBy,
        @Nullable String reason) {

    /** In these a job is put together; nothing of it is done yet. */
    private static final Set<String> PREPARING = Set.of("adding", "uploading", "reading", "checking");

    /** Whether it was thrown away before it was let run, which concerns nobody else. */
    public boolean discarded() {
        return state == JobState.CANCELLED && PREPARING.contains(step);
    }

    /** Share committed, 0 to 1. */
    public double share() {
        return total == 0 ? (state.ended() ? 1 : 0) : Math.min(1d, (double) (done + failed) / total);
    }

    /** Units a second since this run took the job up, measured between commits; empty before the first one. */
    public Optional<Double> rate() {
        if (runStartedAt == null || progressAt == null) {
            return Optional.empty();
        }
        double seconds = Duration.between(runStartedAt, progressAt).toMillis() / 1000d;
        long units = done + failed - runStartedDone;
        return seconds <= 0 || units <= 0 ? Optional.empty() : Optional.of(units / seconds);
    }

    /** Time left at the present rate; empty when there is none yet or nothing is left. */
    public Optional<Duration> left() {
        long open = total - done - failed;
        return open <= 0 || state.ended()
                ? Optional.empty()
                : rate().map(rate -> Duration.ofMillis(Math.round(1000 * open / rate)));
    }
}
