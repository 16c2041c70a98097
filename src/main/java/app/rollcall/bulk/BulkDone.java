package app.rollcall.bulk;

import app.rollcall.security.PersonId;
import java.util.List;

/**
 * What came of an action.
 *
 * @param changed those it was done to
 * @param left how many of those asked for it was not done to, for they were not so any more
 */
public record BulkDone(BulkAction action, List<PersonId> changed, int left) {

    public BulkDone {
        changed = List.copyOf(changed);
    }
}
