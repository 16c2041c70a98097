package app.rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A failed mail is not as the person at the screen saw it. Nothing was done. */
public final class CannotSendAgain extends RuntimeException {

    private final transient Reason reason;
    private final @Nullable Instant at;

    /** Why. */
    public enum Reason {
        /** It was sent again, withdrawn or confirmed meanwhile, or there is nobody to send it to any more. */
        MOVED,
        /** The person was written to too short a time ago. */
        TOO_SOON,
        /** It may have arrived, and whoever sends it again has to know that. */
        MAY_HAVE_ARRIVED
    }

    public CannotSendAgain(Reason reason, @Nullable Instant at) {
        super("Cannot send the mail again: " + reason, null, false, false);
        this.reason = reason;
        this.at = at;
    }

    public Reason reason() {
        return reason;
    }

    /** From when on it can be sent again; null for the other reasons. */
    public @Nullable Instant at() {
        return at;
    }
}
