package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.CsvText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row that was not imported as the list of such rows has it (MA-21). Its address and employee ID stand under the headings
 * of that list, which are read as our own, so that the mended file can be brought again as it is.
 */
public record NotImported(FailedRow row) {

    private static final List<String> FIRST = List.of("Row", "Email ID", "Employee ID", "Reason");
    private static final List<Column> CORE =
            List.of(Column.FIRST_NAME, Column.LAST_NAME, Column.ITEM_TYPE, Column.ITEM_ID);

    /**
     * The first line of the file.
     *
     * @param columns those of the list that not every list has
     */
    public static byte[] headings(List<Column> columns) {
        return CsvText.first(Stream.of(
                        FIRST.stream(),
                        CORE.stream().map(Column::heading),
                        more(columns).map(Column::heading))
                .flatMap(part -> part)
                .toList());
    }

    /** @param reason in words */
    public byte[] line(List<Column> columns, String reason) {
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(row.line()),
                row.email(),
                row.employeeId(),
                reason,
                row.firstName(),
                row.lastName(),
                row.itemType(),
                row.itemId()));
        more(columns).map(column -> row.fields().getOrDefault(column, "")).forEach(cells::add);
        return CsvText.line(cells);
    }

    private static Stream<Column> more(List<Column> columns) {
        return columns.stream().filter(column -> column != Column.EMPLOYEE_ID);
    }
}
