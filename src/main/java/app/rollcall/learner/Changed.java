package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Few learners are not as they were.
 *
 * @param rows as they are now; those who are gone are left out
 * @param counts how many match a filter now; null when counting takes longer than the rows should wait
 * @param deed what was done to them; null when it was nothing that is told
 */
public record Changed(
        Set<PersonId> ids,
        List<LearnerRow> rows,
        @Nullable LearnerCounts counts,
        @Nullable Deed deed) {

    /** Who did it; 0 when nobody knows. */
    public long byId() {
        return deed == null ? 0 : deed.byId();
    }

    public @Nullable String by() {
        return deed == null ? null : deed.by();
    }
}
