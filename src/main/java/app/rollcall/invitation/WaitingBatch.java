package app.rollcall.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Invitations that were prepared and wait for somebody to send them, or for their day.
 *
 * @param batch the import they came with; null for none
 * @param title what that import is called
 * @param at when they leave; null for not before somebody says so
 */
public record WaitingBatch(
        @Nullable Long batch,
        @Nullable String title,
        long count,
        @Nullable Instant at) {}
