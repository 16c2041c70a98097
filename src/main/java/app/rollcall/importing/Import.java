package app.rollcall.importing;

import app.rollcall.live.JobProgress;
import org.jspecify.annotations.Nullable;

/**
 * An import as its screen shows it.
 *
 * @param charset and delimiter as detected; null until the file is read
 * @param rows rows of the file, blank ones left out
 * @param emails different addresses among them (OM-47)
 * @param valid, warnings, errors rows by what the check found
 * @param imported, skipped, invited, enrolled what is committed so far; failed rows are counted by the job
 */
public record Import(
        ImportId id,
        JobProgress job,
        String fileName,
        long fileBytes,
        @Nullable String charset,
        @Nullable String delimiter,
        OnError onError,
        long rows,
        long emails,
        long valid,
        long warnings,
        long errors,
        long imported,
        long skipped,
        long invited,
        long enrolled) {

    /** Rows that came to a good end: imported, or there was nothing to do. */
    public long successful() {
        return imported + skipped;
    }
}
