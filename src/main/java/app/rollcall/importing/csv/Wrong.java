package app.rollcall.importing.csv;

import org.jspecify.annotations.Nullable;

/** A cell that cannot be taken: why, and what it was most certainly meant to say. Without a stack: a file may hold a million of them. */
final class Wrong extends RuntimeException {

    private final ProblemReason reason;
    private final @Nullable String fix;

    Wrong(ProblemReason reason, @Nullable String fix) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.fix = fix;
    }

    Wrong(ProblemReason reason) {
        this(reason, null);
    }

    ProblemReason reason() {
        return reason;
    }

    @Nullable
    String fix() {
        return fix;
    }
}
