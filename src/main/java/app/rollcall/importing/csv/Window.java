package app.rollcall.importing.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * The characters at hand of a stream, in a buffer that does not grow: the record that is being cut, and what was read beyond it.
 * Its fields are open to the cutter, which looks at every character of a file.
 */
final class Window {

    private static final int CHUNK = 64 * 1024;

    final char[] buffer;
    private final Reader in;

    /** Where the record begins. */
    int start;

    private int end;

    /** @param longest characters of a record that must find room, and more to be read behind them */
    Window(Reader in, int longest, int more) {
        this.in = in;
        this.buffer = new char[longest + Math.max(CHUNK, more)];
    }

    /** Whether a place, counted from the record's beginning, is behind what was read. */
    boolean endsAt(int at) {
        return start + at == end;
    }

    /** Forgets what was read from there on. */
    void cutAt(int at) {
        end = start + at;
    }

    /** Reads on, moving the record to the buffer's beginning where it must; false at the end of the stream. */
    boolean fill() throws IOException {
        if (end == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int read;
        do {
            read = in.read(buffer, end, Math.min(CHUNK, buffer.length - end));
        } while (read == 0);
        if (read > 0) {
            end += read;
        }
        return read > 0;
    }
}
