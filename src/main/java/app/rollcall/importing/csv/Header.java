package app.rollcall.importing.csv;

import app.rollcall.security.EmailAddress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the heading row: the first line that is not blank, or a refusal that says where or what it is instead. Where a person
 * said that there are no headings, that line is the first row.
 */
final class Header {

    private static final int LINES_LOOKED_AT = 20;

    private Header() {}

    /** Leaves the records at that line. */
    static Columns read(Records records, ReadingLimits limits, @Nullable ColumnChoice choice) throws IOException {
        if (!nextNotBlank(records)) {
            throw new Unreadable(FileRefusal.NO_ROWS);
        }
        if (records.fault() != null) {
            throw new Unreadable(FileRefusal.HEADER_DAMAGED, records.line());
        }
        String[] first = records.cells();
        return choice != null && choice.headless()
                ? withoutHeadings(first, limits, choice)
                : headings(records, first, limits, choice);
    }

    private static Columns withoutHeadings(String[] first, ReadingLimits limits, ColumnChoice choice) {
        Columns columns = new Columns(first, limits, choice);
        if (!columns.identified()) {
            throw new Unreadable(FileRefusal.COLUMNS_NOT_PICKED);
        }
        return columns;
    }

    private static Columns headings(
            Records records, String[] first, ReadingLimits limits, @Nullable ColumnChoice choice) throws IOException {
        Columns columns;
        try {
            columns = new Columns(first, limits, choice);
        } catch (Unreadable refused) {
            refuseTitle(records, first, false);
            throw refused;
        }
        if (!columns.identified()) {
            refuseTitle(records, first, true);
        }
        boolean data = columns.has(Column.EMAIL) ? address(columns.cell(first, Column.EMAIL)) : hasAddress(first);
        if (data) {
            // The first of the people would pass for headings: where a column was picked, or is called as one of ours.
            throw new Unreadable(FileRefusal.HEADER_MISSING, Text.shown(records.head(), 200));
        }
        return columns;
    }

    /** Nobody in the first line: it may be a title above the headings, data without headings, or headings without people. */
    private static void refuseTitle(Records records, String[] first, boolean certain) throws IOException {
        String firstLine = Text.shown(records.head(), 200);
        boolean data = hasAddress(first);
        int known = Columns.known(first);
        if (first.length > 0 && known <= 1) {
            for (int i = 1; i < LINES_LOOKED_AT && nextNotBlank(records); i++) {
                if (records.fault() == null && looksLikeHeadings(records.cells(), known)) {
                    throw new Unreadable(FileRefusal.HEADER_NOT_FIRST, records.line(), firstLine);
                }
            }
        }
        if (data) {
            throw new Unreadable(FileRefusal.HEADER_MISSING, firstLine);
        }
        if (certain) {
            List<String> found = Arrays.stream(first)
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            throw new Unreadable(FileRefusal.EMAIL_COLUMN_MISSING, Text.list(found));
        }
    }

    private static boolean looksLikeHeadings(String[] cells, int better) {
        return Arrays.stream(cells).anyMatch(Header::identity) && Columns.known(cells) > better;
    }

    private static boolean identity(String cell) {
        Column meant = cell.length() > 60 ? null : Headings.meant(cell);
        return meant != null && meant.identity();
    }

    private static boolean hasAddress(String[] cells) {
        return Arrays.stream(cells).anyMatch(Header::address);
    }

    static boolean address(String cell) {
        try {
            return cell.indexOf('@') > 0 && !new EmailAddress(cell).value().isEmpty();
        } catch (EmailAddress.Malformed e) {
            return false;
        }
    }

    static boolean nextNotBlank(Records records) throws IOException {
        while (records.next()) {
            if (records.fault() != null || !records.blank()) {
                return true;
            }
        }
        return false;
    }
}
