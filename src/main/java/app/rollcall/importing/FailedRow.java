package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.StagedRow;
import java.util.Arrays;
import java.util.Map;

/**
 * A row that was not imported, with the first thing that is wrong with it (OM-55).
 *
 * @param line physical line in the file; 0 for a typed row
 * @param fields what it says in the columns that not every list has
 */
public record FailedRow(
        int rowNo,
        int line,
        String email,
        String firstName,
        String lastName,
        String itemType,
        String itemId,
        Map<Column, String> fields,
        Finding finding) {

    public FailedRow {
        fields = Map.copyOf(fields);
    }

    /** Empty when the row gives none. */
    public String employeeId() {
        return fields.getOrDefault(Column.EMPLOYEE_ID, "");
    }

    /** Who it is about: the address, or else the employee ID (MA-17), or another name; empty when it gives none. */
    public String person() {
        return Arrays.stream(Column.values())
                .filter(Column::identity)
                .map(cells()::cell)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Its cells, to be changed and judged anew. */
    public StagedRow cells() {
        return new StagedRow(rowNo, line, email, firstName, lastName, itemType, itemId, fields, null);
    }
}
