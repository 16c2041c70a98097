package app.rollcall.learner;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be done with somebody's categories.
 *
 * @param ids the categories that are there already
 * @param fresh names that become categories by this, unless there is one of that name
 */
public record CategoryChange(How how, Set<Long> ids, List<CategoryName> fresh) {

    /** The three ways (rule C13). */
    public enum How {
        /** These too. */
        ADD,
        /** These and no others. */
        SET,
        /** All but these. */
        REMOVE;

        /** The word in the audit and in text keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        Set<Long> after(Set<Long> before, Set<Long> chosen) {
            Set<Long> after = new TreeSet<>(before);
            switch (this) {
                case ADD -> after.addAll(chosen);
                case SET -> {
                    after.clear();
                    after.addAll(chosen);
                }
                case REMOVE -> after.removeAll(chosen);
            }
            return after;
        }
    }

    public CategoryChange {
        ids = Set.copyOf(ids);
        // To take away what nobody has needs no new category.
        fresh = how == How.REMOVE ? List.of() : List.copyOf(fresh);
    }
}
