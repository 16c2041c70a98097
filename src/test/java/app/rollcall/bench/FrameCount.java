package app.rollcall.bench;

import java.util.concurrent.TimeUnit;

/** The updates that one screen got since it was last asked to count. */
final class FrameCount {

    private static final int REMEMBERED = 64;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long[] last = new long[REMEMBERED];
    private int count;
    private long bytes;
    private int busiest;

    synchronized void restart() {
        count = 0;
        bytes = 0;
        busiest = 0;
    }

    synchronized void add(long at, int length) {
        last[count++ % REMEMBERED] = at;
        bytes += length;
        int within = 0;
        for (int back = 1;
                back <= Math.min(count, REMEMBERED) && at - last[(count - back) % REMEMBERED] < SECOND;
                back++) {
            within++;
        }
        busiest = Math.max(busiest, within);
    }

    synchronized int count() {
        return count;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** The most in any second. */
    synchronized int busiest() {
        return busiest;
    }
}
