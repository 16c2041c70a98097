package app.rollcall.bench;

import app.rollcall.learner.CategoryFilter;
import app.rollcall.learner.CategoryMatch;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.StatusFilter;
import java.util.Set;
import java.util.stream.LongStream;

/** What is asked for, and how long one asker may wait for it at most (95 of 100). */
record DirectoryCase(String name, LearnerFilter filter, LearnerOrder order, double place, int most) {

    private static final int PAGE_WITHIN = 50;
    private static final int SEARCH_WITHIN = 100;

    /** What tells nothing more when several ask: it is done the way another case is. */
    private static final Set<String> ALONE = Set.of(
            "first page, newest first",
            "first page, last login",
            "first page, disabled",
            "jump to a tenth",
            "search \"dan jor\"",
            "search \"example.org\"",
            "search \"nobody at all\"",
            "search \"l.m\"");

    boolean askedBy(int clients) {
        return clients == 1 || !ALONE.contains(name);
    }

    static DirectoryCase search(String text) {
        return new DirectoryCase(
                "search \"" + text + "\"",
                new LearnerFilter(text, StatusFilter.ALL),
                LearnerOrder.NAME,
                0,
                SEARCH_WITHIN);
    }

    static DirectoryCase list(String name, StatusFilter status, LearnerOrder order, double place) {
        return new DirectoryCase(
                name, new LearnerFilter("", status), order, place, place == 0 ? PAGE_WITHIN : SEARCH_WITHIN);
    }

    static DirectoryCase categories(String name, CategoryMatch match, long... ids) {
        CategoryFilter categories =
                new CategoryFilter(LongStream.of(ids).boxed().toList(), match);
        return new DirectoryCase(
                name, LearnerFilter.EVERYBODY.withCategories(categories), LearnerOrder.NAME, 0, SEARCH_WITHIN);
    }
}
