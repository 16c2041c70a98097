package app.rollcall.api;

import app.rollcall.importing.FieldChange;
import app.rollcall.importing.Finding;
import app.rollcall.importing.Fix;
import app.rollcall.importing.PagedRow;
import app.rollcall.importing.ReviewRow;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of an import's rows.
 *
 * @param next what to ask for to read on; null at the end
 * @param cursor of the last row, to read on later
 */
record RowsPage(
        List<Row> rows, @Nullable String cursor, @Nullable String next) {

    /**
     * A row of the list.
     *
     * @param line in the file, the headings being line 1; 0 for a typed row
     * @param state staged until it is applied, then imported, updated, skipped or failed
     * @param effect what its address comes to if the list is confirmed: created, updated, unchanged, conflict
     */
    record Row(
            @JsonProperty("row_no") int rowNo,
            @JsonProperty("source_no") int sourceNo,
            int line,
            String email,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            @JsonProperty("item_type") String itemType,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("item_title") @Nullable String itemTitle,
            String state,
            String effect,
            List<Found> findings,
            List<FieldChange> changes) {

        static Row of(PagedRow found) {
            ReviewRow row = found.row();
            return new Row(
                    row.rowNo(),
                    row.sourceNo(),
                    row.line(),
                    row.email(),
                    row.firstName(),
                    row.lastName(),
                    row.itemType(),
                    row.itemId(),
                    row.itemTitle(),
                    found.state(),
                    ImportOptions.word(found.effect()),
                    row.findings().stream()
                            .map(finding -> Found.of(row.line(), finding))
                            .toList(),
                    found.changes());
        }
    }

    /** What is wrong with a row, and the value that would mend it, if that is known. */
    record Found(
            String severity,
            String reason,
            String detail,
            @Nullable String column,
            @Nullable String value,
            @Nullable String fix) {

        static Found of(int line, Finding finding) {
            Fix fix = finding.fix();
            return new Found(
                    ImportOptions.word(finding.severity()),
                    finding.reason(),
                    Reasons.of(line, finding),
                    finding.column(),
                    finding.value(),
                    fix == null ? null : fix.value());
        }
    }

    RowsPage {
        rows = List.copyOf(rows);
    }
}
