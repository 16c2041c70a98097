package app.rollcall.importing;

import app.rollcall.live.JobProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as its screen shows it.
 *
 * @param sources what the list was made of, in the order it came
 * @param course the code of the course for rows that name nothing themselves; null when the list was not begun at one
 * @param rows rows of the list, blank ones left out
 * @param emails different addresses among them (OM-47)
 * @param valid, warnings, errors rows by what the check found
 * @param effects what its addresses come to if it is confirmed, as of the last check
 * @param imported, updated, skipped, invited, enrolled what is committed so far; failed rows are counted by the job
 * @param version rises with every change of the list; a confirmation names the one it saw
 * @param cleared whether a cleared list can be taken back
 * @param rowsKept whether its rows are still there to look at
 */
public record Import(
        ImportId id,
        JobProgress job,
        List<Source> sources,
        OnError onError,
        Options options,
        @Nullable String course,
        long rows,
        long emails,
        long valid,
        long warnings,
        long errors,
        Effects effects,
        long imported,
        long updated,
        long skipped,
        long invited,
        long enrolled,
        int version,
        boolean cleared,
        boolean rowsKept) {

    public Import {
        sources = List.copyOf(sources);
    }

    /** The first file's name, or what else the list is called. */
    public String fileName() {
        return job.title();
    }

    /** Where it stands within its state. */
    public Step step() {
        return Step.of(job.step());
    }

    /** Rows that came to a good end: imported, updated, or there was nothing to do. */
    public long successful() {
        return imported + updated + skipped;
    }

    /** Rows of a confirmed list that nothing was done about yet, or, when it was cancelled, ever. */
    public long notProcessed() {
        return step() == Step.APPLYING ? Math.max(0, job.total() - job.done() - job.failed()) : 0;
    }
}
