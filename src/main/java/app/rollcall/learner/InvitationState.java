package app.rollcall.learner;

import java.util.Locale;

/** How far an invitation has come; what a pending row shows in place of the plain word pending. The last three never count any more. */
public enum InvitationState {
    QUEUED,
    /** A mail server took it over; nobody tells whether it was delivered. */
    SENT,
    /** Cut off while it was handed over: it may have arrived or not. */
    UNCONFIRMED,
    BOUNCED,
    OPENED,
    EXPIRED,
    ACCEPTED,
    REVOKED,
    SUPERSEDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static InvitationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
