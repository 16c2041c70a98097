package app.rollcall.ui;

import java.util.concurrent.TimeUnit;

/**
 * When the next update of a screen may come: two at once after a rest, so that a change does not wait because something else was
 * told just before it, then three a second. No second has more than four (the generic cell rate algorithm, ITU-T I.371).
 * For one thread at a time.
 */
final class Tempo {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(334);

    private long due;
    private boolean begun;

    /** The nanoseconds until the update that is asked for may come, which counts as having come then; 0 for at once. */
    long pause(long now) {
        if (!begun || due - now < 0) {
            begun = true;
            due = now;
        }
        long at = Math.max(0, due - EVERY - now);
        due += EVERY;
        return at;
    }
}
