package app.rollcall.importing.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read and refuses what is too much. */
final class CountingInput extends FilterInputStream {

    private final long limit;
    private volatile long count;

    CountingInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        counted(skipped);
        return skipped;
    }

    private void counted(long more) {
        long now = count + more;
        count = now;
        if (now > limit) {
            throw new Unreadable(FileRefusal.TOO_LARGE, limit / (1024 * 1024));
        }
    }
}
