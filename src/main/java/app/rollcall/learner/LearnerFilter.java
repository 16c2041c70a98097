package app.rollcall.learner;

import java.util.Arrays;
import java.util.List;

/**
 * Which learners are asked for.
 *
 * @param search words that must all occur in name or email (OM-06), without case and accents; may be empty
 */
public record LearnerFilter(String search, StatusFilter status) {

    /** Nobody types more; the rest would only cost. */
    private static final int LONGEST_SEARCH = 100;

    private static final int MOST_WORDS = 6;

    public static final LearnerFilter EVERYBODY = new LearnerFilter("", StatusFilter.ALL);

    public LearnerFilter {
        // PostgreSQL's text cannot hold NUL, and a URL can.
        search = search.replace('\0', ' ').strip();
        search = search.length() > LONGEST_SEARCH ? search.substring(0, LONGEST_SEARCH) : search;
    }

    public boolean searches() {
        return !search.isEmpty();
    }

    public boolean narrows() {
        return status != StatusFilter.ALL;
    }

    public LearnerFilter withSearch(String other) {
        return new LearnerFilter(other, status);
    }

    public LearnerFilter withStatus(StatusFilter other) {
        return new LearnerFilter(search, other);
    }

    /** The words as patterns for LIKE. */
    List<String> patterns() {
        return Arrays.stream(search.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(LearnerFilter::pattern)
                .toList();
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
