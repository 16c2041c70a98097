package app.rollcall.security;

import java.util.Collection;

/**
 * A password somebody chooses: 15 to 128 characters and none of those that are tried first; anything else is theirs (NIST SP
 * 800-63B-4 for a single factor: length, a block list, no rules of composition).
 */
public record NewPassword(String value) {

    /** Fewest and most characters, counted as people see them: by code points. */
    public static final int SHORTEST = 15;

    public static final int LONGEST = 128;

    public NewPassword {
        int length = value.codePointCount(0, value.length());
        if (length < SHORTEST) {
            throw new Unfit(Refusal.TOO_SHORT);
        }
        if (length > LONGEST) {
            throw new Unfit(Refusal.TOO_LONG);
        }
        if (CommonPasswords.holds(value)) {
            throw new Unfit(Refusal.COMMON);
        }
    }

    /**
     * Refuses a password that is hardly more than words that anybody knows who knows the person.
     *
     * @param ownWords names, the address, the organisation; may hold several words each
     */
    public void requireMoreThan(Collection<String> ownWords) {
        if (CommonPasswords.hardlyMoreThan(value, ownWords)) {
            throw new Unfit(Refusal.OWN_WORDS);
        }
    }

    /** Why a password is refused. */
    public enum Refusal {
        TOO_SHORT,
        TOO_LONG,
        /** On the list of those that are tried first, or a pattern. */
        COMMON,
        /** One's own names or address, or the organisation's, and little else. */
        OWN_WORDS
    }

    /** Thrown by the constructor; carries the reason, not a sentence. */
    public static final class Unfit extends IllegalArgumentException {
        private final Refusal refusal;

        Unfit(Refusal refusal) {
            super("Not a password: " + refusal);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
