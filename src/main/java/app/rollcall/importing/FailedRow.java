package app.rollcall.importing;

/**
 * A row that was not imported, with the first thing that is wrong with it (OM-55).
 *
 * @param line physical line in the file; 0 for a typed row
 * @param employeeId empty when the row gives none
 */
public record FailedRow(
        int rowNo,
        int line,
        String email,
        String employeeId,
        String firstName,
        String lastName,
        String itemType,
        String itemId,
        Finding finding) {}
