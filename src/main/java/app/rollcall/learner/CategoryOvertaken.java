package app.rollcall.learner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody else was first: the category is not as the person at the screen saw it, or is gone. */
public final class CategoryOvertaken extends RuntimeException {

    private final @Nullable String name;
    private final @Nullable String by;
    private final @Nullable Instant at;

    CategoryOvertaken(@Nullable String name, @Nullable String by, @Nullable Instant at) {
        super("The category has changed meanwhile", null, false, false);
        this.name = name;
        this.by = by;
        this.at = at;
    }

    /** What it is called now; null when it is gone. */
    public @Nullable String name() {
        return name;
    }

    /** Who changed it last; null when that person is not known any more. */
    public @Nullable String by() {
        return by;
    }

    public @Nullable Instant at() {
        return at;
    }
}
