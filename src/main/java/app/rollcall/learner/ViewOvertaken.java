package app.rollcall.learner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody else, or the same person in another window, was first: the view is not as seen, or cannot be seen any more. */
public final class ViewOvertaken extends RuntimeException {

    private final boolean gone;
    private final @Nullable String by;
    private final @Nullable Instant at;

    ViewOvertaken(boolean gone, @Nullable String by, @Nullable Instant at) {
        super("The view has changed meanwhile", null, false, false);
        this.gone = gone;
        this.by = by;
        this.at = at;
    }

    /** Whether it was deleted, or is not shared any more. */
    public boolean gone() {
        return gone;
    }

    /** Who changed it last; null when that person is not known any more. */
    public @Nullable String by() {
        return by;
    }

    public @Nullable Instant at() {
        return at;
    }
}
