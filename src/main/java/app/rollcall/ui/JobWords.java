package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;

/** What is said about a job, in the words and numbers of the person who looks. */
public final class JobWords {

    private static final String ADDING = "adding";
    private static final String READING = "reading";
    private static final double MEGABYTE = 1_000_000d;

    private final Component reader;
    private final JobProgress job;
    private final Instant now;

    /** @param reader the component that shows it: its person's language and time zone are used */
    public JobWords(Component reader, JobProgress job, Instant now) {
        this.reader = reader;
        this.job = job;
        this.now = now;
    }

    /** The state in a word or two. */
    public static String state(Component reader, JobState state) {
        return switch (state) {
            case PREPARING -> reader.getTranslation("ui.job.preparing");
            case REVIEW -> reader.getTranslation("ui.job.review");
            case QUEUED -> reader.getTranslation("ui.job.queued");
            case RUNNING -> reader.getTranslation("ui.job.running");
            case PAUSED -> reader.getTranslation("ui.job.paused");
            case NEEDS_ATTENTION -> reader.getTranslation("ui.job.attention");
            case COMPLETED -> reader.getTranslation("ui.job.completed");
            case COMPLETED_WITH_ERRORS -> reader.getTranslation("ui.job.errors");
            case FAILED -> reader.getTranslation("ui.job.failed");
            case CANCELLED -> reader.getTranslation("ui.job.cancelled");
        };
    }

    /** How much is committed: "19,346 of 31,204 rows · 11 failed". Empty while the size is not known. */
    public String done() {
        if (job.total() == 0) {
            return state(reader, job.state());
        }
        String units = units();
        return job.failed() == 0 ? units : reader.getTranslation("ui.job.with_failed", units, job.failed());
    }

    /** What is still to come: "640 rows/s · 19 s left"; for a job that ended, when. */
    public String rest() {
        if (job.finishedAt() != null) {
            return Moments.of(reader, now).tell(job.finishedAt());
        }
        if (!JobTray.runs(job)) {
            return "";
        }
        String rate = job.rate().map(this::rate).orElse("");
        return job.left()
                .map(left -> reader.getTranslation("ui.job.rate_and_left", rate, left(left)))
                .orElse(rate);
    }

    /** Why it does not go on, or what is lost and what is not; empty for a job that runs or went well. */
    public String reason() {
        return switch (job.state()) {
            case REVIEW ->
                job.step().equals(ADDING)
                        ? reader.getTranslation("ui.job.adding.sentence")
                        : reader.getTranslation("ui.job.review.sentence");
            case NEEDS_ATTENTION -> reader.getTranslation("ui.job.attention.sentence", job.done(), job.total());
            case COMPLETED_WITH_ERRORS -> reader.getTranslation("ui.job.errors.sentence", job.failed());
            case FAILED -> reader.getTranslation("ui.job.failed.sentence", applied());
            case CANCELLED ->
                job.cancelledBy() == null
                        ? reader.getTranslation("ui.job.cancelled.sentence", applied())
                        : reader.getTranslation("ui.job.cancelled.by", job.cancelledBy(), applied());
            case PREPARING, QUEUED, RUNNING, PAUSED, COMPLETED -> "";
        };
    }

    /** What stays of a job that ended early. Bytes that were read are nothing that stays. */
    private long applied() {
        return job.step().equals(READING) ? 0 : job.done();
    }

    private String units() {
        long committed = job.done() + job.failed();
        if (!job.kind().equals("import")) {
            return reader.getTranslation("ui.job.of", committed, job.total());
        }
        return job.step().equals(READING)
                ? reader.getTranslation("ui.job.of_megabytes", committed / MEGABYTE, job.total() / MEGABYTE)
                : reader.getTranslation("ui.job.of_rows", committed, job.total());
    }

    private String rate(double perSecond) {
        if (!job.kind().equals("import")) {
            return reader.getTranslation("ui.job.rate", Math.round(perSecond));
        }
        return job.step().equals(READING)
                ? reader.getTranslation("ui.job.rate_megabytes", perSecond / MEGABYTE)
                : reader.getTranslation("ui.job.rate_rows", Math.round(perSecond));
    }

    private String left(Duration left) {
        if (left.toSeconds() < 60) {
            return reader.getTranslation("ui.job.left_seconds", Math.max(1, left.toSeconds()));
        }
        return left.toMinutes() < 60
                ? reader.getTranslation(
                        "ui.job.left_minutes", left.plusSeconds(30).toMinutes())
                : reader.getTranslation("ui.job.left_hours", left.toHours(), left.toMinutesPart());
    }
}
