package app.rollcall.importing;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every row of a list that does not say otherwise itself.
 *
 * @param required whether the enrolments are required rather than optional
 * @param dueOn the day at whose end, in the organisation's zone, they are due; null for never
 * @param message goes with the invitation; null for none
 * @param expiresDays days after which an unaccepted invitation lapses; null for as long as is set for all
 * @param matching how the list meets people who are here already
 */
public record Options(
        Invitations invitations,
        boolean required,
        @Nullable LocalDate dueOn,
        @Nullable String message,
        @Nullable Integer expiresDays,
        Matching matching) {

    /** Longest message, in characters. */
    public static final int MESSAGE = 1000;

    /** Longest life of an invitation, in days. */
    public static final int DAYS = 365;

    public static final Options DEFAULT = new Options(Invitations.NOW, false, null, null, null, Matching.DEFAULT);

    /** When new learners are invited. */
    public enum Invitations {
        NOW,
        /** They wait as a batch until somebody sends them. */
        LATER,
        /** Nobody is invited by this import. */
        NONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Invitations of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Options {
        message = message == null || message.isBlank() ? null : message.strip();
        if (message != null && message.length() > MESSAGE) {
            throw new IllegalArgumentException("A message has at most " + MESSAGE + " characters");
        }
        if (expiresDays != null && (expiresDays < 1 || expiresDays > DAYS)) {
            throw new IllegalArgumentException("An invitation lives 1 to " + DAYS + " days");
        }
    }
}
