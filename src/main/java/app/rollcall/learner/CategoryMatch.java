package app.rollcall.learner;

import java.util.Arrays;
import java.util.Locale;

/** How learners must stand to the categories that are chosen. */
public enum CategoryMatch {
    /** In at least one of them. */
    ANY,
    /** In every one. */
    ALL,
    /** In none. */
    NONE;

    /** The word in a URL and in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a URL asks for; anything unknown is any of them. */
    public static CategoryMatch of(String code) {
        return Arrays.stream(values())
                .filter(match -> match.code().equals(code))
                .findFirst()
                .orElse(ANY);
    }
}
