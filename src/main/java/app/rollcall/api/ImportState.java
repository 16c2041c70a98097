package app.rollcall.api;

import app.rollcall.importing.Effects;
import app.rollcall.importing.Import;
import app.rollcall.importing.Source;
import app.rollcall.importing.Step;
import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as committed, all of it and never a difference.
 *
 * @param state preparing, review, queued, running, paused, needs_attention, completed, completed_with_errors, failed, cancelled
 * @param step what it does within its state: adding, uploading, reading, checking, confirming, applying
 * @param reason why it failed, came back or needs attention
 * @param counts rows, and addresses, by what the check found
 * @param effects addresses by what they come to if it is confirmed
 * @param result rows by what came of them so far
 * @param version of the list; a confirmation names the one it saw
 * @param links what can be asked for, and done, now
 */
record ImportState(
        long id,
        String name,
        String state,
        String step,
        @Nullable Reason reason,
        @JsonProperty("created_by") @Nullable String createdBy,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("finished_at") @Nullable Instant finishedAt,
        Progress progress,
        ImportOptions options,
        List<SourceFile> sources,
        Counts counts,
        Effects effects,
        Result result,
        int version,
        ImportLinks links) {

    /** A typed code, and its sentence. */
    record Reason(String code, String detail) {}

    /**
     * How far the present step is.
     *
     * @param unit bytes while a file is read, rows afterwards
     * @param share 0 to 1
     * @param rate units a second
     */
    record Progress(
            String unit,
            long total,
            long done,
            long failed,
            double share,
            @Nullable Double rate,
            @JsonProperty("seconds_left") @Nullable Long secondsLeft) {}

    record Counts(long rows, long emails, long valid, long warnings, long errors) {}

    record Result(long imported, long updated, long skipped, long failed, long invited, long enrolled) {}

    /**
     * A file of the list, and how it was read.
     *
     * @param state uploading, broken_off when nothing arrives any more, kept, read, refused
     * @param refused why it was not read
     */
    record SourceFile(
            int no,
            String kind,
            String state,
            String name,
            long bytes,
            long rows,
            @Nullable String charset,
            @Nullable String delimiter,
            @JsonProperty("ignored_columns") String ignoredColumns,
            @Nullable Reason refused) {

        static SourceFile of(Source source) {
            String refusal = source.refusal();
            return new SourceFile(
                    source.no(),
                    ImportOptions.word(source.kind()),
                    ImportOptions.word(source.state()),
                    source.fileName(),
                    source.bytes(),
                    source.rows(),
                    source.charset(),
                    source.delimiter(),
                    source.ignored(),
                    refusal == null ? null : Reasons.of(refusal));
        }
    }

    ImportState {
        sources = List.copyOf(sources);
    }

    /** @param root the path that the application is reached at, empty as a rule */
    static ImportState of(Import found, String root) {
        JobProgress job = found.job();
        String reason = job.reason();
        boolean applying = found.step() == Step.APPLYING;
        return new ImportState(
                found.id().value(),
                found.fileName(),
                job.state().code(),
                job.step(),
                reason == null ? null : Reasons.of(reason),
                job.startedByName(),
                job.createdAt(),
                job.finishedAt(),
                progress(job, found.step()),
                ImportOptions.of(found.options(), found.onError()),
                found.sources().stream().map(SourceFile::of).toList(),
                new Counts(found.rows(), found.emails(), found.valid(), found.warnings(), found.errors()),
                found.effects(),
                new Result(
                        found.imported(),
                        found.updated(),
                        found.skipped(),
                        applying ? job.failed() : 0,
                        found.invited(),
                        found.enrolled()),
                found.version(),
                ImportLinks.of(found, root));
    }

    private static Progress progress(JobProgress job, Step step) {
        boolean bytes = step == Step.UPLOADING || step == Step.READING;
        return new Progress(
                bytes ? "bytes" : "rows",
                job.total(),
                job.done(),
                job.failed(),
                job.share(),
                job.rate().orElse(null),
                job.left().map(Duration::toSeconds).orElse(null));
    }

    boolean over() {
        return JobState.of(state).ended();
    }

    boolean waits() {
        return JobState.of(state) == JobState.REVIEW;
    }
}
