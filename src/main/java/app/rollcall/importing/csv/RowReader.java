package app.rollcall.importing.csv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a staged row of a record and says the first thing that is wrong with it. */
final class RowReader {

    private final Columns columns;
    private final Deque<StagedRow> further = new ArrayDeque<>();

    RowReader(Columns columns) {
        this.columns = columns;
    }

    /** A record with several items is several rows: the first of them, the others being {@link #further()}. */
    StagedRow staged(int rowNo, Records records) {
        String[] cells = records.cells();
        String id = columns.items(cells);
        String type = columns.cell(cells, Column.ITEM_TYPE).strip();
        StagedRow written = new StagedRow(
                rowNo,
                records.line(),
                columns.cell(cells, Column.EMAIL),
                columns.cell(cells, Column.FIRST_NAME),
                columns.cell(cells, Column.LAST_NAME),
                type.isEmpty() && !id.isEmpty() ? columns.impliedType() : type,
                id,
                fields(cells),
                null);
        Problem shape = wrongShape(records);
        return shape == null && id.indexOf('|') >= 0 ? first(written) : RowRules.checked(written, shape);
    }

    /** The next of a record's rows, or null when there is none. */
    @Nullable
    StagedRow further() {
        return further.poll();
    }

    private StagedRow first(StagedRow written) {
        Map<String, String> items = new LinkedHashMap<>();
        for (String item : FieldRules.split(written.itemId())) {
            items.putIfAbsent(item.toLowerCase(Locale.ROOT), item);
        }
        if (items.isEmpty()) {
            items.put("", written.itemId());
        }
        int rowNo = written.rowNo();
        for (String item : items.values()) {
            further.add(RowRules.checked(written.item(rowNo++, item), null));
        }
        return further.remove();
    }

    private Map<Column, String> fields(String[] cells) {
        Map<Column, String> fields = Map.of();
        for (Column column : columns.others()) {
            String cell = columns.cell(cells, column);
            if (!cell.isEmpty()) {
                fields = fields.isEmpty() ? new EnumMap<>(Column.class) : fields;
                fields.put(column, cell);
            }
        }
        return fields;
    }

    private @Nullable Problem wrongShape(Records records) {
        ProblemReason fault = records.fault();
        if (fault != null) {
            return Problem.inRow(fault, records.head());
        }
        String misfit = columns.misfit(records.cells());
        if (misfit != null) {
            boolean few = records.cells().length < columns.expected();
            return Problem.inRow(few ? ProblemReason.TOO_FEW_COLUMNS : ProblemReason.TOO_MANY_COLUMNS, misfit);
        }
        if (columns.repeatedIn(records.cells())) {
            return Problem.inRow(ProblemReason.LOOKS_LIKE_HEADER, records.head());
        }
        String gone = columns.gone(records.cells());
        return gone == null ? null : Problem.inRow(ProblemReason.MARKED_AS_GONE, gone);
    }
}
