package app.rollcall.importing.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of characters into records, in bounded memory, and knows on which physical line each starts. Commons CSV can do neither:
 * an unclosed quote makes it swallow the rest of the file. Here such a record ends with its line, and cutting goes on behind it.
 *
 * <p>CR, LF and CRLF each end a line. A quote is one only at the start of a cell, blanks before it allowed.
 */
final class RecordCutter {

    private static final int KEPT_OF_ENDLESS = 4096;

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_SEEN,
        QUOTE_CLOSED
    }

    private final Window window;
    private final char[] buffer;
    private final char delimiter;
    private final int longestCell;
    private final int longestRecord;

    private int length;
    private int line;
    private @Nullable ProblemReason fault;

    private int next;
    private int nextLine = 1;

    private State state = State.CELL_START;
    private int cellAt;
    private int breaks;

    /** Behind the first line end within the quotes of the latest quoted cell, and the line these were opened on. */
    private int resumeAt;

    private int quoteLine;

    /** The same for the first of the record's cells that has a line end within quotes. */
    private int breakAt;

    private int breakLine;

    private boolean quoted;

    RecordCutter(Reader in, char delimiter, ReadingLimits limits) {
        this.delimiter = delimiter;
        this.longestCell = limits.fieldChars();
        this.longestRecord = limits.recordChars();
        this.window = new Window(in, longestRecord, KEPT_OF_ENDLESS);
        this.buffer = window.buffer;
    }

    /** Moves to the next record; false at the end of the file. */
    boolean next() throws IOException {
        window.start = next;
        line = nextLine;
        fault = null;
        breakAt = -1;
        quoted = false;
        state = State.CELL_START;
        cellAt = 0;
        breaks = 0;
        for (int at = 0; ; at++) {
            if (window.endsAt(at)) {
                if (at >= longestRecord) {
                    return toLineEnd(at, ProblemReason.ROW_TOO_LONG);
                }
                if (!window.fill()) {
                    return state == State.QUOTED ? unclosed(at, resumeAt, quoteLine) : ended(at, at);
                }
            }
            char c = buffer[window.start + at];
            if (at - cellAt >= longestCell && tooLong(c, at)) {
                return brokenQuote() ? unclosed(at, resumeAt, quoteLine) : toLineEnd(at, ProblemReason.FIELD_TOO_LONG);
            }
            if (c == '\uFFFE') {
                // No character of any text; Commons CSV takes it for its "no escape character".
                buffer[window.start + at] = '\uFFFD';
            }
            if (state == State.QUOTED) {
                within(c, at);
            } else if (c == delimiter) {
                state = State.CELL_START;
                cellAt = at + 1;
            } else if (c == '\n' || c == '\r') {
                breaks++;
                return ended(at, behindLineEnd(at, c));
            } else if (c == '"') {
                if (!takesQuote()) {
                    return toLineEnd(at, ProblemReason.STRAY_QUOTE);
                }
            } else if (state != State.PLAIN && !takesText(c)) {
                // Text behind a quote that "closed" lines further down: that quote was another cell's.
                return brokenQuote() ? unclosed(at, resumeAt, quoteLine) : toLineEnd(at, ProblemReason.STRAY_QUOTE);
            }
        }
    }

    private boolean tooLong(char c, int at) {
        boolean ends = c == delimiter || c == '\n' || c == '\r';
        return switch (state) {
            case QUOTED -> resumeAt >= 0 || at - cellAt > longestCell + 1;
            case QUOTE_SEEN, QUOTE_CLOSED -> !ends && at - cellAt > longestCell + 1;
            case CELL_START, PLAIN -> !ends;
        };
    }

    /** Whether the cell's quotes hold a line end. */
    private boolean brokenQuote() {
        return resumeAt >= 0 && state != State.PLAIN && state != State.CELL_START;
    }

    private void within(char c, int at) {
        if (c == '"') {
            state = State.QUOTE_SEEN;
        } else if (c == '\n' && buffer[window.start + at - 1] == '\r') {
            breakAt = breakAt == at ? at + 1 : breakAt;
            resumeAt = resumeAt == at ? at + 1 : resumeAt;
        } else if (c == '\n' || c == '\r') {
            breaks++;
            if (resumeAt < 0) {
                resumeAt = at + 1;
            }
            if (breakAt < 0) {
                breakAt = at + 1;
                breakLine = quoteLine;
            }
        }
    }

    /** A quote opens a cell, or is the second of a doubled one; anywhere else it is a stray. */
    private boolean takesQuote() {
        if (state == State.CELL_START) {
            quoted = true;
            quoteLine = line + breaks;
            resumeAt = -1;
        }
        boolean taken = state == State.CELL_START || state == State.QUOTE_SEEN;
        state = taken ? State.QUOTED : state;
        return taken;
    }

    /** Behind a closing quote there may only be blanks. */
    private boolean takesText(char c) {
        boolean blank = Character.isWhitespace(c);
        if (state == State.CELL_START) {
            state = blank ? state : State.PLAIN;
            return true;
        }
        state = State.QUOTE_CLOSED;
        return blank;
    }

    private boolean ended(int at, int behind) {
        length = at;
        next = window.start + behind;
        nextLine = line + breaks;
        return behind > 0;
    }

    private boolean unclosed(int at, int resumeAt, int quoteLine) {
        fault = ProblemReason.UNCLOSED_QUOTE;
        length = resumeAt < 0 ? at : resumeAt;
        next = window.start + length;
        line = quoteLine;
        nextLine = quoteLine + 1;
        return true;
    }

    /** Leaves out the rest of the physical line, however long, keeping only its head to show. */
    private boolean toLineEnd(int from, ProblemReason why) throws IOException {
        fault = why;
        for (int at = from; ; at++) {
            if (window.endsAt(at)) {
                if (at > KEPT_OF_ENDLESS) {
                    at = KEPT_OF_ENDLESS;
                    window.cutAt(at);
                    breakAt = -1;
                }
                if (!window.fill()) {
                    return ended(at, at);
                }
            }
            char c = buffer[window.start + at];
            if (c == '\n' || c == '\r') {
                breaks++;
                return ended(at, behindLineEnd(at, c));
            }
        }
    }

    private int behindLineEnd(int at, char c) throws IOException {
        boolean more = c == '\r' && (!window.endsAt(at + 1) || window.fill());
        return more && buffer[window.start + at + 1] == '\n' ? at + 2 : at + 1;
    }

    /** Takes this record, which holds line ends within quotes, for an unclosed quote after all, and goes on behind its first line. */
    void breakUp() {
        unclosed(length, breakAt, breakLine);
    }

    /** Whether the line after the first line end within quotes has as many cells as a row should: then it most likely is a row. */
    boolean hidesRow(int columns) {
        if (breakAt < 0 || columns < 2) {
            return false;
        }
        int cells = 1;
        for (int i = window.start + breakAt; i < window.start + length && buffer[i] != '\n' && buffer[i] != '\r'; i++) {
            cells += buffer[i] == delimiter ? 1 : 0;
        }
        return cells == columns;
    }

    /** Null when the record is whole. */
    @Nullable
    ProblemReason fault() {
        return fault;
    }

    /** Whether any cell of a whole record is in quotes. */
    boolean quoted() {
        return quoted;
    }

    int line() {
        return line;
    }

    char[] buffer() {
        return buffer;
    }

    int start() {
        return window.start;
    }

    int length() {
        return length;
    }
}
