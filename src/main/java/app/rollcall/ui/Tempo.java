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
     * The nanoseconds until an update may come; 0 for at once.
     *
     * @param patient for what may be a third of a second late
     */
    synchronized long pause(long now, boolean patient) {
        return begun ? Math.max(0, due - now - (patient ? 0 : EVERY)) : 0;
    }

    /** An update comes now. */
    synchronized void came(long now) {
        due = (begun && due - now > 0 ? due : now) + EVERY;
        begun = true;
    }
}
