package app.rollcall.importing;

import app.rollcall.importing.csv.ReadingLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of an import.
 *
 * @param maxFileSize largest file accepted
 * @param maxRows most rows accepted
 * @param maxFieldSize largest single field
 * @param uploadIdle after so long without a byte an upload counts as broken off, and the same key begins anew
 * @param chunkRows rows that are committed together while applying; more is faster, less reports sooner
 * @param failureTableMax from so many failed rows on the result offers the list to download instead of a table (MA-18)
 * @param keepFiles how long the files of an import that is over are kept
 * @param keepRows how long its rows are
 */
@ConfigurationProperties("rollcall.import")
public record ImportProperties(
        @DefaultValue("256MB") DataSize maxFileSize,
        @DefaultValue("1000000") int maxRows,
        @DefaultValue("64KB") DataSize maxFieldSize,
        @DefaultValue("5m") Duration uploadIdle,
        @DefaultValue("10000") int chunkRows,
        @DefaultValue("50") int failureTableMax,
        @DefaultValue("30d") Duration keepFiles,
        @DefaultValue("365d") Duration keepRows) {

    ReadingLimits readingLimits() {
        return new ReadingLimits(
                maxFileSize.toBytes(), maxRows, (int) maxFieldSize.toBytes(), ReadingLimits.DEFAULT.columns());
    }
}
