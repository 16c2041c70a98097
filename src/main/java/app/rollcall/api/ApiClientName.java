package app.rollcall.api;

/** What people call a client: 1 to {@value #LONGEST} characters. Fails with an {@link IllegalArgumentException}. */
public record ApiClientName(String value) {

    public static final int LONGEST = 60;

    public ApiClientName {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST || value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A client's name has 1 to " + LONGEST + " characters, all visible");
        }
    }
}
