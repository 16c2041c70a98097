package app.rollcall.importing;

import java.util.List;

/**
 * A row of a checked list with what it comes to, as it is written into a file.
 *
 * @param group, nth its place: which address, and which of its rows, counted from 1
 * @param line physical line in the file; 0 for a typed row
 * @param effect what its address comes to; nothing where the row itself {@link #wrong()}
 * @param changes on the first row of a person only
 */
public record OutcomeRow(
        int group,
        int nth,
        int line,
        String email,
        String employeeId,
        String itemType,
        String itemId,
        Effect effect,
        List<FieldChange> changes,
        List<Finding> findings) {

    public OutcomeRow {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** Whether an error keeps the row from being imported. */
    public boolean wrong() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
