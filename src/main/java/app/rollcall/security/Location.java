package app.rollcall.security;

import java.util.Optional;

/** Where somebody says they are, in words of their own: 1 to 100 characters in one line. */
public record Location(String value) {

    public static final int LONGEST = 100;

    /** Fails with {@link IllegalArgumentException} on a text that is none. */
    public Location {
        value = oneLine(value);
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw new IllegalArgumentException("A location has 1 to " + LONGEST + " characters");
        }
    }

    /** The location that a text tells; empty for a blank one. Fails like the constructor on one that is too long. */
    public static Optional<Location> of(String text) {
        return oneLine(text).isEmpty() ? Optional.empty() : Optional.of(new Location(text));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
    }
}
