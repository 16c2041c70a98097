package app.rollcall.mail;

import app.rollcall.security.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is ready to leave. The body holds secrets and is never logged.
 *
 * @param key identifies it within its box, for the outcome
 * @param necessary whether it is a part of using Rollcall, so that nobody can unsubscribe from it
 * @param messageKey the same at every try: the Message-ID is made of it
 * @param turnBooked whether it waited before, so that its turn at its domain has come, or nearly
 */
public record Letter(
        String kind,
        long key,
        long personId,
        EmailAddress to,
        String toName,
        String subject,
        String text,
        @Nullable String html,
        boolean necessary,
        UUID messageKey,
        boolean turnBooked) {

    /** The part of the address that names the receiving server. */
    String domain() {
        return to.value().substring(to.value().lastIndexOf('@') + 1);
    }

    /** Never its body or address in a log. */
    @Override
    public String toString() {
        return "Letter[" + kind + " " + key + "]";
    }
}
