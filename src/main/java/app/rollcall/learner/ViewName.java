package app.rollcall.learner;

import java.util.Optional;

/** What a saved view is called: 1 to 60 characters in one line. */
public record ViewName(String value) {

    public static final int LONGEST = 60;

    /** Fails with {@link IllegalArgumentException} on a name that is none. */
    public ViewName {
        value = value.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw new IllegalArgumentException("A view's name has 1 to " + LONGEST + " characters");
        }
    }

    /** The name that a text is, if it is one. */
    public static Optional<ViewName> of(String text) {
        try {
            return Optional.of(new ViewName(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
