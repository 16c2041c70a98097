package app.rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a box.
 *
 * @param failed refused for good or unconfirmed
 * @param lastError in the words of the mail server
 */
public record BoxCounts(
        long queued,
        long sending,
        long sent24h,
        long failed,
        @Nullable Instant oldestQueued,
        @Nullable String lastError) {}
