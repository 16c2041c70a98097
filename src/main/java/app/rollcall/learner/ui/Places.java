package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.security.PersonId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where in the list the rows stand that were last read, from 0. Rows may have come and gone since. */
final class Places {

    /** Nobody remembers where they were so many rows ago. */
    private static final int MOST = 5_000;

    private final Map<PersonId, Integer> places = new ConcurrentHashMap<>();

    void loaded(int offset, List<LearnerRow> rows) {
        if (places.size() > MOST) {
            places.clear();
        }
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).id(), offset + i);
        }
    }

    @Nullable
    Integer of(PersonId learner) {
        return places.get(learner);
    }
}
