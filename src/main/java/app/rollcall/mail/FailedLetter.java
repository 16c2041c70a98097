package app.rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that did not leave for sure, and is not sent again by itself.
 *
 * @param box the {@link LetterBox#kind} of the box it lies in
 * @param key identifies it within its box
 * @param kind of its template
 * @param unconfirmed it may have arrived; otherwise it was refused for good
 * @param at when it failed; null when that is not known
 * @param reason in the words of the mail server; empty when there were none
 */
public record FailedLetter(
        String box,
        long key,
        MailKind kind,
        String to,
        boolean unconfirmed,
        @Nullable Instant at,
        String reason) {}
