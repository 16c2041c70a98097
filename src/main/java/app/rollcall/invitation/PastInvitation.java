package app.rollcall.invitation;

import app.rollcall.learner.InvitationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation with the time of each step it came to; null for steps it never took.
 *
 * @param reminder sent anew in place of an earlier one
 * @param by who invited; null when not known any more
 * @param endedBy who took it back or sent it anew; null when nobody did or is not known any more
 * @param expiresAt when the link lapses or lapsed; null before it has left
 */
public record PastInvitation(
        InvitationState state,
        boolean reminder,
        @Nullable String by,
        @Nullable String endedBy,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant unconfirmedAt,
        @Nullable Instant openedAt,
        @Nullable Instant bouncedAt,
        @Nullable String bounceReason,
        @Nullable Instant acceptedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant supersededAt) {

    /** It ended by its own time, whatever came after. */
    public boolean lapsed() {
        Instant end = supersededAt == null ? revokedAt : supersededAt;
        return expiresAt != null
                && acceptedAt == null
                && (state == InvitationState.EXPIRED || end != null && expiresAt.isBefore(end));
    }
}
