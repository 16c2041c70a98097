package app.rollcall.learner;

import java.util.Collection;
import java.util.List;

/**
 * Which categories the learners that are asked for must be in (OM-08).
 *
 * @param ids in growing order, each once; none for whatever categories
 */
public record CategoryFilter(List<Long> ids, CategoryMatch match) {

    /** Nobody chooses more; each is a condition of its own. */
    private static final int MOST = 20;

    public static final CategoryFilter OFF = new CategoryFilter(List.of(), CategoryMatch.ANY);

    public CategoryFilter {
        ids = ids.stream().filter(id -> id > 0).distinct().sorted().limit(MOST).toList();
    }

    public boolean chosen() {
        return !ids.isEmpty();
    }

    public CategoryFilter matching(CategoryMatch other) {
        return new CategoryFilter(ids, other);
    }

    public CategoryFilter with(Collection<Long> others) {
        return new CategoryFilter(List.copyOf(others), match);
    }
}
