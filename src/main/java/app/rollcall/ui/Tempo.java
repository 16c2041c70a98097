package app.rollcall.ui;

import java.util.concurrent.TimeUnit;

/**
 * When the next update of a screen may come: three a second, and one more at once when somebody did something, so that it does not
 * wait because a number ticked just before it. No second has more than four (the generic cell rate algorithm, ITU-T I.371).
 */
final class Tempo {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(334);

    private long due;
    private boolean begun;

    /**
     * The nanoseconds until the update that is asked for may come, which counts as having come then; 0 for at once.
     *
     * @param patient for what may be a third of a second late
     */
    synchronized long pause(long now, boolean patient) {
        if (!begun || due - now < 0) {
            begun = true;
            due = now;
        }
        long pause = Math.max(0, due - now - (patient ? 0 : EVERY));
        due += EVERY;
        return pause;
    }
}
