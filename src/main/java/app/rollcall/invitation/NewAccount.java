package app.rollcall.invitation;

import app.rollcall.security.NewPassword;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What the invited person says of themselves.
 *
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters; not both names empty
 */
public record NewAccount(String firstName, String lastName, Locale locale, ZoneId timeZone, NewPassword password) {

    /** Characters of a name, at most. */
    public static final int LONGEST_NAME = 100;

    public NewAccount {
        firstName = checked(firstName);
        lastName = checked(lastName);
        if (firstName.isEmpty() && lastName.isEmpty()) {
            throw new Nameless();
        }
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("An account has a language");
        }
    }

    /** A name is missing, too long, or holds what no name holds. */
    public static final class Nameless extends IllegalArgumentException {}

    private static String checked(String name) {
        String tidy = name.strip();
        if (tidy.codePointCount(0, tidy.length()) > LONGEST_NAME
                || tidy.codePoints().anyMatch(Character::isISOControl)) {
            throw new Nameless();
        }
        return tidy;
    }
}
