package app.rollcall.importing.csv;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be shown of a file that is refused as it stands, so that a person can say how to read it. */
final class Undecided {

    private static final int ROWS = 8;

    private Undecided() {}

    static FileSample of(byte[] sample, ReadingLimits limits, ReadingChoice choice, Unreadable refused)
            throws IOException {
        return switch (refused.refusal()) {
            case EMPTY, EXCEL_WORKBOOK, COMPRESSED, NOT_CSV, NOT_TEXT, TOO_LARGE ->
                new FileSample(null, null, List.of(), List.of(), null, refused);
            default -> decoded(sample, limits, choice, refused);
        };
    }

    private static FileSample decoded(byte[] sample, ReadingLimits limits, ReadingChoice choice, Unreadable refused)
            throws IOException {
        Encoding encoding = encoding(sample, choice.dialect(), refused);
        int mark = encoding.markLength();
        String head = new String(sample, mark, sample.length - mark, encoding.charset());
        Character hint = Delimiter.hinted(head);
        char delimiter = Delimiter.of(head, hint, limits, choice.dialect());

        Records records = new Records(new StringReader(head), delimiter, limits);
        if (hint != null) {
            records.next();
        }
        String[] first = Header.nextNotBlank(records) ? cells(records, limits) : new String[0];
        boolean headless = choice.columns() != null && choice.columns().headless();
        List<FileSample.FileColumn> columns = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (String cell : first) {
            columns.add(headless ? unnamed(cell) : FileSample.column(cell, meant(cell)));
        }
        if (headless && first.length > 0) {
            rows.add(first);
        }
        while (rows.size() < ROWS && Header.nextNotBlank(records)) {
            rows.add(cells(records, limits));
        }
        return new FileSample(
                encoding.charset(),
                delimiter,
                List.copyOf(columns),
                FileSample.shown(columns, rows),
                headless ? null : Preset.recognised(first),
                refused);
    }

    private static String[] cells(Records records, ReadingLimits limits) {
        String[] cells = records.cells();
        return Arrays.copyOf(cells, Math.min(cells.length, limits.columns()));
    }

    private static FileSample.FileColumn unnamed(String cell) {
        return new FileSample.FileColumn("", null, Header.address(cell) ? Column.EMAIL : null);
    }

    private static @Nullable Column meant(String heading) {
        return Headings.helper(heading) ? null : Headings.meant(heading);
    }

    /** The likeliest one, where it is the charset that nobody can tell. */
    private static Encoding encoding(byte[] sample, DialectChoice choice, Unreadable refused) {
        try {
            return Encoding.of(sample, sample.length < CsvFile.SAMPLE, choice.charset());
        } catch (Unreadable unsure) {
            String name = refused.arguments().isEmpty()
                    ? ""
                    : refused.arguments().getFirst().toString();
            boolean usable = name.matches("[A-Za-z0-9][\\w.:+-]*") && Charset.isSupported(name);
            return new Encoding(usable ? Charset.forName(name) : Latin.WINDOWS_1252, 0);
        }
    }
}
