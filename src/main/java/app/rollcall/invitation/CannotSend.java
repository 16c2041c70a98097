package app.rollcall.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation is not as the person at the screen saw it, or not due yet. Nothing was done. */
public final class CannotSend extends RuntimeException {

    private final transient Reason reason;
    private final @Nullable Instant at;

    /** Why. */
    public enum Reason {
        /** The person has an account by now. */
        ACCEPTED,
        /** Nobody is invited here any more, or nobody is here. */
        GONE,
        /** The person may not sign in. */
        DISABLED,
        /** It waits in the queue already. */
        QUEUED,
        /** It is being handed to the mail server this moment. */
        LEAVING,
        /** The last mail is too short a time ago. */
        TOO_SOON,
        /** Nobody heard whether the last mail was taken over; who sends another has to know that. */
        MAY_HAVE_ARRIVED
    }

    CannotSend(Reason reason, @Nullable Instant at) {
        super("Cannot send or remove the invitation: " + reason, null, false, false);
        this.reason = reason;
        this.at = at;
    }

    public Reason reason() {
        return reason;
    }

    /** When it was accepted, or may be sent again; null for the other reasons. */
    public @Nullable Instant at() {
        return at;
    }
}
