package app.rollcall.importing.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which column of the file is which of ours. */
public final class Columns {

    private final Map<Column, Integer> positions;
    private final Map<Column, String> headings = new EnumMap<>(Column.class);
    private final List<String> ignored = new ArrayList<>();
    private final Column[] others;
    private final List<Integer> moreItems;
    private final List<Gone> gone = new ArrayList<>();
    private final int width;
    private final int expected;
    private final boolean headless;
    private final boolean ours;
    private final String impliedType;
    private final @Nullable Preset preset;

    /** Where another system says that a person has left, and how. */
    private record Gone(int position, String heading, Set<String> words) {}

    /**
     * @param row the headings, or the first row of data of a file that has none
     * @throws Unreadable when the row cannot be the headings of an import
     */
    Columns(String[] row, ReadingLimits limits, @Nullable ColumnChoice chosen) {
        headless = chosen != null && chosen.headless();
        ColumnChoice choice = chosen != null && headless ? chosen.withAddresses(row) : chosen;
        width = row.length;
        int picked = choice == null ? 0 : Math.min(choice.width(), row.length);
        expected = Math.max(withoutTrailingBlanks(row), picked);
        String[] written = headless ? blanks(expected) : Arrays.copyOf(row, expected);
        if (expected > limits.columns()) {
            throw new Unreadable(FileRefusal.TOO_MANY_COLUMNS, expected, limits.columns(), unknown(written));
        }
        ours = Arrays.stream(written).filter(Headings::helper).count() > 1;
        Mapping mapping = new Mapping(written, choice);
        preset = mapping.preset();
        positions = mapping.positions();
        positions.forEach((column, position) -> headings.put(column, shown(written, position)));
        others = positions.keySet().stream().filter(column -> !column.core()).toArray(Column[]::new);
        moreItems = mapping.moreItems();
        mapping.ignored().forEach(position -> ignored.add(shown(written, position)));
        mapping.refuseGuesses();
        impliedType = has(Column.ITEM_TYPE) || !has(Column.ITEM_ID) ? "" : implied(written);
        noteGone(written);
    }

    /** The columns of ours that the file has. */
    public List<Column> read() {
        return List.copyOf(positions.keySet());
    }

    private static String[] blanks(int count) {
        return Stream.generate(() -> "").limit(count).toArray(String[]::new);
    }

    private static String unknown(String[] row) {
        return Text.list(Arrays.stream(row)
                .filter(heading -> !heading.isBlank() && Headings.meant(heading) == null)
                .limit(20)
                .toList());
    }

    private static String shown(String[] row, int position) {
        String heading = row[position].strip();
        return heading.isEmpty() ? "#" + (position + 1) : Text.shown(heading, 200);
    }

    private String implied(String[] row) {
        String written = row[positions.getOrDefault(Column.ITEM_ID, 0)];
        String heading = Headings.plain(written);
        boolean theirs = preset != null && preset.column(written) == Column.ITEM_ID;
        boolean course =
                headless || theirs || heading.startsWith("cour") || Headings.localised(heading) == Column.ITEM_ID;
        return course ? "course" : heading.startsWith("produ") || heading.startsWith("prodotto") ? "product" : "";
    }

    private void noteGone(String[] row) {
        for (int i = 0; preset != null && i < row.length; i++) {
            Set<String> words = preset.gone(row[i]);
            if (!words.isEmpty() && !positions.containsValue(i)) {
                gone.add(new Gone(i, row[i].strip(), words));
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

    /** Headings nothing is read from, as written ({@code #3} for an empty one); our result file's helper columns are not among them. */
    public List<String> ignored() {
        return Collections.unmodifiableList(ignored);
    }

    /** The system whose file this is, recognised by its headings; null for a file of nobody's. */
    public @Nullable Preset preset() {
        return preset;
    }

    /** Whether the file says, anyhow, who its people are. */
    boolean identified() {
        return positions.keySet().stream().anyMatch(Column::identity);
    }

    boolean has(Column column) {
        return positions.containsKey(column);
    }

    /** What the column of the file at a position, counted from 0, is; null when nothing is read from it. */
    @Nullable
    Column at(int position) {
        if (moreItems.contains(position)) {
            return Column.ITEM_ID;
        }
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue() == position)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The columns of this file that a staged row keeps among its fields. */
    Column[] others() {
        return others;
    }

    /** What stands in the row; in a file that we wrote ourselves, what it said before it was kept from being a formula. */
    String cell(String[] row, Column column) {
        Integer position = positions.get(column);
        String cell = position == null || position >= row.length ? "" : row[position];
        return ours ? CsvText.unguarded(cell) : cell;
    }

    /** The row's items, separated by {@code |} where there are several. */
    String items(String[] row) {
        String items = cell(row, Column.ITEM_ID).strip();
        if (!moreItems.isEmpty()) {
            for (int position : moreItems) {
                items += position < row.length && !row[position].isBlank() ? "|" + row[position].strip() : "";
            }
        }
        return items;
    }

    /** What a column named "course id", or one without a heading, says of its rows where no column tells the type; else empty. */
    String impliedType() {
        return impliedType;
    }

    /** Whether there are no headings: the first line is data. */
    boolean headless() {
        return headless;
    }

    /** The headings to be shown of this first line; those a file does not have are blank. */
    String[] shownHeadings(String[] first) {
        return headless ? blanks(width) : Arrays.copyOf(first, expected);
    }

    /** The cells a row needs. */
    int expected() {
        return expected;
    }

    /** Whether the row says the headings again. */
    boolean repeatedIn(String[] row) {
        return row.length >= expected
                && cell(row, Column.EMAIL).indexOf('@') < 0
                && headings.entrySet().stream()
                        .allMatch(heading -> Headings.meant(cell(row, heading.getKey())) == heading.getKey()
                                || cell(row, heading.getKey()).strip().equals(heading.getValue()));
    }

    /** {@code status: deleted} when the system the file comes from says that this person has left; else null. */
    @Nullable
    String gone(String[] row) {
        for (Gone mark : gone) {
            String cell = mark.position() < row.length ? row[mark.position()].strip() : "";
            if (!cell.isEmpty() && mark.words().contains(cell.toLowerCase(Locale.ROOT))) {
                return mark.heading() + ": " + cell;
            }
        }
        return null;
    }

    /** {@code found/expected} when the row has the wrong number of cells, blank ones at the end not counted as too many; else null. */
    @Nullable
    String misfit(String[] row) {
        boolean fits = row.length >= expected && (row.length <= width || withoutTrailingBlanks(row) <= width);
        return fits ? null : row.length + "/" + expected;
    }
}
