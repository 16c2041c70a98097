package app.rollcall.importing.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The records of a file one after the other: cut by {@link RecordCutter}, taken apart by Commons CSV where there are quotes. */
final class Records {

    private final RecordCutter cutter;
    private final CellParser parser;
    private final PlainCells plain;
    private final char delimiter;
    private String[] cells = {};
    private int columns;

    Records(Reader in, char delimiter, ReadingLimits limits) {
        this.cutter = new RecordCutter(in, delimiter, limits);
        this.parser = new CellParser(delimiter);
        this.plain = new PlainCells(delimiter);
        this.delimiter = delimiter;
    }

    /** From here on a record of several lines that is wrong in itself, but hides a row of so many columns, is an unclosed quote. */
    void expect(int columns) {
        this.columns = columns;
    }

    /** Moves to the next record; false at the end of the file. */
    boolean next() throws IOException {
        if (!cutter.next()) {
            cells = new String[0];
            return false;
        }
        boolean whole = cutter.fault() == null;
        if (whole) {
            cells = cutter.quoted()
                    ? parser.cells(cutter.buffer(), cutter.start(), cutter.length())
                    : plain.cells(cutter.buffer(), cutter.start(), cutter.length());
        }
        boolean doubtful = whole ? cells.length != columns : cutter.fault() == ProblemReason.STRAY_QUOTE;
        if (doubtful && cutter.hidesRow(columns)) {
            cutter.breakUp();
        }
        if (cutter.fault() != null) {
            cells = guessedCells();
        }
        return true;
    }

    /** Of a record that cannot be taken apart: what its cells most likely are, so that a person recognises the row. */
    private String[] guessedCells() {
        String[] guessed = head().split(Pattern.quote(String.valueOf(delimiter)), -1);
        for (int i = 0; i < guessed.length; i++) {
            guessed[i] = guessed[i].replace("\"", "").strip();
        }
        return guessed;
    }

    /** The record as it stands in the file, at most its first thousand characters. */
    String head() {
        return new String(cutter.buffer(), cutter.start(), Math.min(cutter.length(), Text.STORED)).strip();
    }

    /** Trimmed where they were not quoted. */
    String[] cells() {
        return cells;
    }

    boolean blank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    ProblemReason fault() {
        return cutter.fault();
    }

    int line() {
        return cutter.line();
    }
}
