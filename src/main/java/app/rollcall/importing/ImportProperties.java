package app.rollcall.importing;

import app.rollcall.importing.csv.ReadingLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of an import.
 *
 * @param maxFileSize largest file accepted
 * @param maxRows most rows accepted
 * @param maxFieldSize largest single field
 * @param chunkRows rows that are committed together while applying; more is faster, less reports sooner
 */
@ConfigurationProperties("rollcall.import")
public record ImportProperties(
        @DefaultValue("256MB") DataSize maxFileSize,
        @DefaultValue("1000000") int maxRows,
        @DefaultValue("64KB") DataSize maxFieldSize,
        @DefaultValue("5000") int chunkRows) {

    ReadingLimits readingLimits() {
        return new ReadingLimits(
                maxFileSize.toBytes(), maxRows, (int) maxFieldSize.toBytes(), ReadingLimits.DEFAULT.columns());
    }
}
