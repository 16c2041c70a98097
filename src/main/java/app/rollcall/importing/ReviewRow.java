package app.rollcall.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staged row as the review shows it.
 *
 * @param sourceNo where it came from: a {@link Source}'s number
 * @param line physical line in the file, the headings being line 1; 0 for a typed row
 * @param itemTitle title of the course or product; null when there is none of that ID
 */
public record ReviewRow(
        int rowNo,
        int sourceNo,
        int line,
        String email,
        String firstName,
        String lastName,
        String itemType,
        String itemId,
        @Nullable String itemTitle,
        List<Finding> findings) {

    public ReviewRow {
        findings = List.copyOf(findings);
    }

    public boolean hasError() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    public boolean hasWarning() {
        return !findings.isEmpty() && !hasError();
    }
}
