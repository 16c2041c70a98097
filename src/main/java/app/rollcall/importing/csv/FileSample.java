package app.rollcall.importing.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file as it would be read, for a person to see whether names come out right and columns are understood, and
 * to choose otherwise. Texts are shortened, without control characters; passwords are not shown.
 *
 * @param charset what the cells were decoded with; null when it is no text. With {@link FileRefusal#ENCODING_UNSURE} and
 *     {@link FileRefusal#ENCODING_UNKNOWN} it is only what they are shown in
 * @param delimiter null when it is no text
 * @param columns those of the heading row; empty when there is nothing to show
 * @param rows the first rows of data, as many cells each as the file has
 * @param preset the system whose file it was recognised as, or null
 * @param refused why the file cannot be read as it stands, or null
 */
public record FileSample(
        @Nullable Charset charset,
        @Nullable Character delimiter,
        List<FileColumn> columns,
        List<List<String>> rows,
        @Nullable Preset preset,
        @Nullable Unreadable refused) {

    private static final int ROWS = 8;
    private static final int LONGEST_CELL = 200;

    /**
     * A column of the file.
     *
     * @param heading as written
     * @param column what it is read as, or null when it is ignored
     * @param guess what it may mean, where that is not certain enough to be taken; else null
     */
    public record FileColumn(
            String heading,
            @Nullable Column column,
            @Nullable Column guess) {}

    /**
     * Reads 64 KiB at most. A file that is refused is no error here.
     *
     * @throws IOException when the stream breaks off
     */
    public static FileSample of(InputStream in, ReadingLimits limits, ReadingChoice choice) throws IOException {
        byte[] sample = in.readNBytes(CsvFile.SAMPLE);
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(sample), limits, choice)) {
            return read(file, sample.length == CsvFile.SAMPLE);
        } catch (Unreadable refused) {
            return Undecided.of(sample, limits, choice, refused);
        }
    }

    private static FileSample read(CsvFile file, boolean cut) {
        List<FileColumn> columns = new ArrayList<>();
        String[] headings = file.headingCells();
        for (int i = 0; i < headings.length; i++) {
            columns.add(column(headings[i], file.columns().at(i)));
        }
        List<String[]> rows = new ArrayList<>();
        String[] cells;
        while (rows.size() <= ROWS && (cells = file.nextCells()) != null) {
            rows.add(cells);
        }
        if (cut && rows.size() <= ROWS && rows.size() > 1) {
            rows.removeLast(); // the sample ends within it
        }
        Dialect dialect = file.dialect();
        return new FileSample(
                dialect.charset(),
                dialect.delimiter(),
                List.copyOf(columns),
                shown(columns, rows),
                file.columns().preset(),
                null);
    }

    static FileColumn column(String heading, @Nullable Column column) {
        Column localised = column == null ? Headings.localised(heading) : null;
        Column imitated = column == null ? Headings.imitated(heading) : null;
        return new FileColumn(
                Text.shown(heading.strip(), LONGEST_CELL), column, localised == null ? imitated : localised);
    }

    static List<List<String>> shown(List<FileColumn> columns, List<String[]> rows) {
        return rows.stream().limit(ROWS).map(row -> shown(columns, row)).toList();
    }

    private static List<String> shown(List<FileColumn> columns, String[] row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            boolean secret =
                    i < columns.size() && Headings.secret(columns.get(i).heading()) && !row[i].isEmpty();
            cells.add(secret ? "•••" : Text.shown(row[i], LONGEST_CELL));
        }
        return List.copyOf(cells);
    }
}
