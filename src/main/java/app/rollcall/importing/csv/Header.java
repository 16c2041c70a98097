package app.rollcall.importing.csv;

import app.rollcall.security.EmailAddress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the heading row: the first line that is not blank, or a refusal that says where or what it is instead. */
final class Header {

    private static final int LINES_LOOKED_AT = 20;

    private Header() {}

    /** Leaves the records at the heading row. */
    static Columns read(Records records, ReadingLimits limits, @Nullable ColumnChoice choice) throws IOException {
        if (!nextNotBlank(records)) {
            throw new Unreadable(FileRefusal.NO_ROWS);
        }
        if (records.fault() != null) {
            throw new Unreadable(FileRefusal.HEADER_DAMAGED, records.line());
        }
        String[] first = records.cells();
        Columns columns;
        try {
            columns = new Columns(first, limits, choice);
        } catch (Unreadable refused) {
            refuseTitle(records, first, false);
            throw refused;
        }
        if (!columns.has(Column.EMAIL)) {
            refuseTitle(records, first, true);
        }
        if (address(columns.cell(first, Column.EMAIL))) {
            // Only where a person picked the columns by position: the first of the people would pass for headings.
            throw new Unreadable(FileRefusal.HEADER_MISSING, Text.shown(records.head(), 200));
        }
        return columns;
    }

    /** No e-mail column in the first line: it may be a title above the headings, data without headings, or headings without e-mail. */
    private static void refuseTitle(Records records, String[] first, boolean certain) throws IOException {
        String firstLine = Text.shown(records.head(), 200);
        boolean data = Arrays.stream(first).anyMatch(Header::address);
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
        boolean email =
                Arrays.stream(cells).anyMatch(cell -> cell.length() <= 60 && Headings.meant(cell) == Column.EMAIL);
        return email && Columns.known(cells) > better;
    }

    private static boolean address(String cell) {
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
