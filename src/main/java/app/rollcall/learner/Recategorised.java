package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What became of a learner's categories, in the order of their names. */
public record Recategorised(PersonId learner, List<Category> before, List<Category> after) {

    public Recategorised {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    public List<Category> added() {
        return less(after, before);
    }

    public List<Category> removed() {
        return less(before, after);
    }

    public boolean changed() {
        return !ids(before).equals(ids(after));
    }

    private static List<Category> less(List<Category> all, List<Category> without) {
        Set<Long> gone = ids(without);
        return all.stream().filter(category -> !gone.contains(category.id())).toList();
    }

    static Set<Long> ids(List<Category> categories) {
        return categories.stream().map(Category::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
