package app.rollcall.importing.csv;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file being read: first what it is and what its columns mean, then its rows, one by one, in an amount of memory that does not depend
 * on the file. For one thread; read once; an unfinished stream may be left at any row.
 */
public final class CsvFile implements Iterator<StagedRow>, Closeable {

    /** Bytes looked at before anything is read. */
    static final int SAMPLE = 64 * 1024;

    private final CountingInput bytes;
    private final Records records;
    private final ReadingLimits limits;
    private final Dialect dialect;
    private final Columns columns;
    private final String[] headingCells;
    private final RowReader reader;
    private @Nullable StagedRow further;
    private boolean ready;
    private int rows;
    private int blankRows;

    /**
     * Reads the beginning: up to the first row of data.
     *
     * @throws Unreadable when it is no CSV file an import can use
     */
    public static CsvFile open(InputStream in, ReadingLimits limits, ReadingChoice choice) throws IOException {
        return new CsvFile(new CountingInput(in, limits.bytes()), limits, choice);
    }

    private CsvFile(CountingInput in, ReadingLimits limits, ReadingChoice choice) throws IOException {
        this.bytes = in;
        this.limits = limits;
        byte[] sample = in.readNBytes(SAMPLE);
        FileKind.refuseBinary(sample);
        Encoding encoding =
                Encoding.of(sample, sample.length < SAMPLE, choice.dialect().charset());
        int mark = encoding.markLength();
        if (sample.length == mark) {
            throw new Unreadable(FileRefusal.EMPTY);
        }
        String head = new String(sample, mark, sample.length - mark, encoding.charset());
        FileKind.refuseMarkup(head);

        Character hint = Delimiter.hinted(head);
        char delimiter = Delimiter.of(head, hint, limits, choice.dialect());
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(sample, mark, sample.length - mark), in);
        Reader text = new InputStreamReader(all, encoding.charset());
        this.records = new Records(text, delimiter, limits);
        if (hint != null) {
            records.next();
        }
        ColumnChoice chosen = choice.columns();
        boolean whole = sample.length < SAMPLE;
        boolean bare = choice.pasted() && chosen == null && BareAddresses.in(head, whole, delimiter, limits);
        this.columns = Header.read(records, limits, bare ? ColumnChoice.headless(List.of()) : chosen);
        this.ready = columns.headless();
        this.headingCells = columns.shownHeadings(records.cells());
        this.dialect = new Dialect(encoding.charset(), delimiter, ready ? 0 : records.line());
        this.reader = new RowReader(columns);
        records.expect(columns.expected());
        if (!hasNext()) {
            throw new Unreadable(FileRefusal.NO_ROWS);
        }
    }

    /**
     * @throws Unreadable when a limit is passed
     * @throws UncheckedIOException when the stream breaks off
     */
    @Override
    public boolean hasNext() {
        if (further != null) {
            return true;
        }
        try {
            while (!ready && records.next()) {
                if (records.fault() == null && records.blank()) {
                    blankRows++;
                } else {
                    ready = true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ready;
    }

    /** As {@link #hasNext()}. */
    @Override
    public StagedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (rows == limits.rows()) {
            throw new Unreadable(FileRefusal.TOO_MANY_ROWS, limits.rows());
        }
        rows++;
        StagedRow row = further;
        if (row == null) {
            ready = false;
            row = reader.staged(rows, records);
        }
        further = reader.further();
        return row;
    }

    /** The cells of the next row, blank rows left out, as they stand in the file; null at its end. In place of {@link #next()}. */
    String @Nullable [] nextCells() {
        boolean more = hasNext();
        ready = false;
        return more ? records.cells() : null;
    }

    public Dialect dialect() {
        return dialect;
    }

    public Columns columns() {
        return columns;
    }

    /** The heading row as it stands in the file; blank where it has none. */
    String[] headingCells() {
        return headingCells.clone();
    }

    /** Data rows handed out so far. */
    public int rows() {
        return rows;
    }

    /** Rows without anything in them, passed over so far. */
    public int blankRows() {
        return blankRows;
    }

    /** Bytes taken from the stream so far; may be asked from any thread. */
    public long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
