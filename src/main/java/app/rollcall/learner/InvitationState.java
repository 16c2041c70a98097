package app.rollcall.learner;

import java.util.Locale;

/** How far a pending learner's invitation has come; what the row shows in place of the plain word pending. */
public enum InvitationState {
    QUEUED,
    SENT,
    DELIVERED,
    BOUNCED,
    OPENED,
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static InvitationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
