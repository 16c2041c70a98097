package app.rollcall.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;

/** One change that every screen is to show, and when it reached each. */
final class Change {

    private final List<byte[]> marks;
    private final AtomicLongArray arrived;
    private final CountDownLatch missing;

    /** @param marks all of these stand in a frame that brings the change, and in no other */
    Change(int screens, String... marks) {
        this.marks = List.of(marks).stream()
                .map(mark -> mark.getBytes(StandardCharsets.UTF_8))
                .toList();
        arrived = new AtomicLongArray(screens);
        missing = new CountDownLatch(screens);
    }

    void look(int screen, byte[] frame, int length, long at) {
        if (arrived.get(screen) == 0 && isIn(frame, length) && arrived.compareAndSet(screen, 0, at)) {
            missing.countDown();
        }
    }

    boolean isIn(byte[] frame, int length) {
        return marks.stream().allMatch(mark -> find(mark, frame, 0, length) >= 0);
    }

    long missing() {
        return missing.getCount();
    }

    /** Milliseconds from then to each screen that has it. */
    List<Double> since(long then) {
        return java.util.stream.IntStream.range(0, arrived.length())
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
