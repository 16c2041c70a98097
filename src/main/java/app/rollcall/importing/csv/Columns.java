package app.rollcall.importing.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of the file is which of ours. */
public final class Columns {

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final Map<Column, String> headings = new EnumMap<>(Column.class);
    private final List<String> ignored = new ArrayList<>();
    private final int width;
    private final int expected;
    private final String impliedType;

    /** @throws Unreadable when the row cannot be the headings of an import */
    Columns(String[] row, ReadingLimits limits) {
        width = row.length;
        expected = withoutTrailingBlanks(row);
        for (int i = 0; i < expected; i++) {
            take(i, row[i]);
        }
        if (expected > limits.columns()) {
            throw new Unreadable(FileRefusal.TOO_MANY_COLUMNS, expected, limits.columns(), Text.list(ignored));
        }
        refuseGuesses();
        String id = Headings.plain(headings.getOrDefault(Column.ITEM_ID, ""));
        impliedType = headings.containsKey(Column.ITEM_TYPE)
                ? ""
                : id.startsWith("course") ? "course" : id.startsWith("product") ? "product" : "";
    }

    private void take(int position, String heading) {
        Column column = Headings.meant(heading);
        if (column == null) {
            if (!Headings.helper(heading)) {
                ignored.add(heading.isBlank() ? "#" + (position + 1) : Text.shown(heading.strip(), 200));
            }
            return;
        }
        Integer before = positions.putIfAbsent(column, position);
        if (before != null) {
            throw new Unreadable(FileRefusal.HEADING_TWICE, column.heading(), before + 1, position + 1);
        }
        headings.put(column, Text.shown(heading.strip(), 200));
    }

    /** A column we could only guess at is worse ignored than asked about: it may hold everyone's names. */
    private void refuseGuesses() {
        for (String heading : ignored) {
            Column imitated = Headings.imitated(heading);
            if (imitated != null) {
                throw new Unreadable(FileRefusal.HEADING_LOOKALIKE, heading, imitated.heading());
            }
            Column localised = Headings.localised(heading);
            if (localised != null && !headings.containsKey(localised)) {
                throw new Unreadable(FileRefusal.HEADING_LOCALISED, heading, localised.heading());
            }
        }
    }

    static int withoutTrailingBlanks(String[] row) {
        int length = row.length;
        while (length > 0 && row[length - 1].isBlank()) {
            length--;
        }
        return length;
    }

    /** How many of the cells are headings we know. */
    static int known(String[] row) {
        int known = 0;
        for (String cell : row) {
            if (cell.length() <= 60 && Headings.meant(cell) != null) {
                known++;
            }
        }
        return known;
    }

    /** Our columns with the heading each has in this file, to show the mapping. */
    public Map<Column, String> headings() {
        return Collections.unmodifiableMap(headings);
    }

    /** Headings we do not know, as written ({@code #3} for an empty one); our result file's helper columns are not among them. */
    public List<String> ignored() {
        return Collections.unmodifiableList(ignored);
    }

    boolean has(Column column) {
        return positions.containsKey(column);
    }

    String cell(String[] row, Column column) {
        Integer position = positions.get(column);
        return position == null || position >= row.length ? "" : row[position];
    }

    /** What a column named "course id" says of its rows where no column tells the type; else empty. */
    String impliedType() {
        return impliedType;
    }

    /** The cells a row needs. */
    int expected() {
        return expected;
    }

    /** Whether the row says the headings again. */
    boolean repeatedIn(String[] row) {
        return row.length >= expected
                && cell(row, Column.EMAIL).indexOf('@') < 0
                && headings.keySet().stream().allMatch(column -> Headings.meant(cell(row, column)) == column);
    }

    /** {@code found/expected} when the row has the wrong number of cells, blank ones at the end not counted as too many; else null. */
    @Nullable
    String misfit(String[] row) {
        boolean fits = row.length >= expected && (row.length <= width || withoutTrailingBlanks(row) <= width);
        return fits ? null : row.length + "/" + expected;
    }
}
