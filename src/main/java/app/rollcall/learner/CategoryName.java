package app.rollcall.learner;

import java.util.Optional;

/** What a category is called: 1 to 60 characters in one line. The bar is refused, for in a file it stands between two names. */
public record CategoryName(String value) {

    public static final int LONGEST = 60;

    /** Fails with {@link IllegalArgumentException} on a name that is none. */
    public CategoryName {
        value = value.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST || value.contains("|")) {
            throw new IllegalArgumentException("A category's name has 1 to " + LONGEST + " characters and no bar");
        }
    }

    /** The name that a text is, if it is one. */
    public static Optional<CategoryName> of(String text) {
        try {
            return Optional.of(new CategoryName(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
