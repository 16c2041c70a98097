package app.rollcall.invitation;

import app.rollcall.security.OneTimeToken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was claimed to be mailed, with what its mail tells, as of this moment.
 *
 * @param attempts how often it was claimed, this time included
 * @param token minted for this one try; only its hash is stored
 * @param message of who invited; empty for none
 * @param notes what was written to an assignment (MA-05), each behind the titles it is about
 * @param courses titles of what was prepared, the first few
 */
record DueInvitation(
        long id,
        long personId,
        UUID messageKey,
        int attempts,
        boolean reminder,
        OneTimeToken token,
        String email,
        String firstName,
        String lastName,
        Locale locale,
        ZoneId zone,
        String organisation,
        @Nullable String inviter,
        String message,
        List<String> notes,
        List<String> courses,
        Instant expiresAt) {}
