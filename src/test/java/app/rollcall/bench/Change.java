package app.rollcall.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** One change that every screen is to show, and when it reached each. */
final class Change {

    /** Each row that is sent begins so. */
    private static final byte[] ROW = "\"key\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[] who;
    private final byte[] state;
    private final AtomicLongArray arrived;
    private final CountDownLatch missing;

    /**
     * @param who what only this learner's row says
     * @param state what that row says since the change, and did not before
     */
    Change(int screens, String who, String state) {
        this.who = who.getBytes(StandardCharsets.UTF_8);
        this.state = state.getBytes(StandardCharsets.UTF_8);
        arrived = new AtomicLongArray(screens);
        missing = new CountDownLatch(screens);
    }

    void look(int screen, byte[] frame, int length, long at) {
        if (arrived.get(screen) == 0 && isIn(frame, length) && arrived.compareAndSet(screen, 0, at)) {
            missing.countDown();
        }
    }

    boolean isIn(byte[] frame, int length) {
        int row = 0;
        for (int at = find(who, frame, 0, length); at >= 0; at = find(who, frame, at + 1, length)) {
            for (int next = find(ROW, frame, row, at); next >= 0; next = find(ROW, frame, next + 1, at)) {
                row = next;
            }
            int end = find(ROW, frame, at, length);
            if (find(state, frame, row, end < 0 ? length : end) >= 0) {
                return true;
            }
        }
        return false;
    }

    long missing() {
        return missing.getCount();
    }

    /** Milliseconds from then to each screen that has it. */
    List<Double> since(long then) {
        return IntStream.range(0, arrived.length())
                .mapToLong(arrived::get)
                .filter(at -> at != 0)
                .mapToObj(at -> Math.max(0, at - then) / 1e6)
                .toList();
    }

    /** Where it stands, from there on; -1 when it does not. */
    static int find(byte[] what, byte[] in, int from, int length) {
        for (int at = from; at <= length - what.length; at++) {
            if (in[at] == what[0] && matches(what, in, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] what, byte[] in, int at) {
        for (int i = 1; i < what.length; i++) {
            if (in[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }
}
