package app.rollcall.importing.csv;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The official template: every column an import knows, with two example rows that it takes as they are. */
public final class Template {

    private Template() {}

    /** The file to download: UTF-8 with a byte-order mark, CRLF. */
    public static byte[] csv() {
        return CsvText.file(List.of(row(Column::heading), row(Column::example), row(Column::otherExample)));
    }

    private static List<String> row(Function<Column, String> cell) {
        return Arrays.stream(Column.values()).map(cell).toList();
    }
}
