package app.rollcall.invitation;

/** What a link of an invitation is still good for. */
public enum LinkState {
    /** It can be accepted. */
    OPEN,
    ACCEPTED,
    EXPIRED,
    /** Taken back by an admin. */
    REVOKED,
    /** The person may not sign in (TI-14). */
    DISABLED,
    /** A newer one was sent, or the person's address is another by now. */
    SUPERSEDED,
    /** Not of ours, or too old to be known. */
    UNKNOWN,
    /** Too many links were tried from this network. */
    THROTTLED
}
