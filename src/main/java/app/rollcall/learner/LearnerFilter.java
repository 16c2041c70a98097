package app.rollcall.learner;

import java.util.Arrays;
import java.util.List;

/**
 * Which learners are asked for.
 *
 * @param search words that must all occur in name or email (OM-06), without case and accents; may be empty
 * @param importId only those whom this import made, enrolled or changed, as long as its rows are kept; 0 for everybody
 * @param categories which categories they must be in, or not
 */
public record LearnerFilter(String search, StatusFilter status, long importId, CategoryFilter categories) {

    /** Nobody types more; the rest would only cost. */
    private static final int LONGEST_SEARCH = 100;

    private static final int MOST_WORDS = 6;

    public static final LearnerFilter EVERYBODY = new LearnerFilter("", StatusFilter.ALL, 0);

    public LearnerFilter {
        // PostgreSQL's text cannot hold NUL, and a URL can.
        search = search.replace('\0', ' ').strip();
        search = search.length() > LONGEST_SEARCH ? search.substring(0, LONGEST_SEARCH) : search;
    }

    public LearnerFilter(String search, StatusFilter status) {
        this(search, status, 0);
    }

    public LearnerFilter(String search, StatusFilter status, long importId) {
        this(search, status, importId, CategoryFilter.OFF);
    }

    public boolean searches() {
        return !search.isEmpty();
    }

    public boolean narrows() {
        return status != StatusFilter.ALL;
    }

    public LearnerFilter withSearch(String other) {
        return new LearnerFilter(other, status, importId, categories);
    }

    public LearnerFilter withStatus(StatusFilter other) {
        return new LearnerFilter(search, other, importId, categories);
    }

    /** Whether it is about the people of one import. */
    public boolean ofImport() {
        return importId > 0;
    }

    public LearnerFilter withoutImport() {
        return new LearnerFilter(search, status, 0, categories);
    }

    public LearnerFilter withCategories(CategoryFilter other) {
        return new LearnerFilter(search, status, importId, other);
    }

    /** The words to be found. */
    List<String> words() {
        return Arrays.stream(search.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
