package app.rollcall.security;

/**
 * What the set-up asks for: whose Rollcall this is, and who owns it.
 *
 * @param organisation 1 to 100 characters
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters; not both names empty
 */
public record FirstOwner(
        String organisation, String firstName, String lastName, EmailAddress email, NewPassword password) {

    private static final int LONGEST_NAME = 100;

    public FirstOwner {
        organisation = checked(organisation);
        firstName = checked(firstName);
        lastName = checked(lastName);
        if (organisation.isEmpty() || firstName.isEmpty() && lastName.isEmpty()) {
            throw new Nameless();
        }
    }

    /** A name is missing, longer than the database takes, or holds what no name holds. */
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
