package app.rollcall.learner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a pending learner's invitation stands.
 *
 * @param by name of who sent it, when that person is still known
 * @param at when it was queued
 * @param since when it came to its state; null while it waits
 * @param sendAfter when it leaves at the earliest, in the future; {@link Instant#MAX} for not before somebody says so; null for now
 * @param lastSent when the person was last written to, by this invitation or one before it
 * @param trouble the mail server's words, when it bounced
 * @param accepting the page behind the link was opened a moment ago (rule C3)
 */
public record Invited(
        InvitationState state,
        @Nullable String by,
        Instant at,
        @Nullable Instant since,
        @Nullable Instant sendAfter,
        @Nullable Instant expiresAt,
        @Nullable Instant lastSent,
        @Nullable String trouble,
        boolean accepting) {}
