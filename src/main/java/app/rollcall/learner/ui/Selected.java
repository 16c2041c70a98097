package app.rollcall.learner.ui;

import app.rollcall.bulk.BulkAction;
import app.rollcall.bulk.CannotSelect;
import app.rollcall.bulk.Selection;
import app.rollcall.learner.LearnerRow;
import app.rollcall.security.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody has selected, as last read. Who cannot be selected any more leaves by themselves; what others did to the selected is
 * kept to be told.
 */
final class Selected {

    private final Map<PersonId, LearnerRow> rows = new LinkedHashMap<>();
    private final Map<PersonId, Drift> drifted = new LinkedHashMap<>();
    private final Set<PersonId> mine = new HashSet<>();

    /** What somebody who was selected has become. */
    record Drift(String name, What what) {}

    /** The last three are not selected any more. */
    enum What {
        ACTIVE,
        PAUSED,
        PENDING,
        GONE,
        DISABLED,
        ACCEPTING;

        /** The word in text keys. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** False when there is no room for one more. */
    boolean add(LearnerRow row) {
        if (CannotSelect.of(row) != null || rows.containsKey(row.id())) {
            return true;
        }
        if (rows.size() >= Selection.MOST) {
            return false;
        }
        rows.put(row.id(), row);
        return true;
    }

    void remove(LearnerRow row) {
        rows.remove(row.id());
        mine.remove(row.id());
    }

    void clear() {
        rows.clear();
        drifted.clear();
        mine.clear();
    }

    boolean has(LearnerRow row) {
        return rows.containsKey(row.id());
    }

    int size() {
        return rows.size();
    }

    Set<PersonId> ids() {
        return Set.copyOf(rows.keySet());
    }

    List<LearnerRow> rows() {
        return List.copyOf(rows.values());
    }

    /** Those an action fits. */
    List<LearnerRow> fitting(BulkAction action) {
        return rows.values().stream().filter(action::fits).toList();
    }

    /** What others changed since the selection was begun or an action was done with it. */
    Collection<Drift> drifted() {
        return List.copyOf(drifted.values());
    }

    /** From here on, what becomes of these is one's own doing, and nothing to be told. */
    void doing(Collection<PersonId> people) {
        drifted.clear();
        people.stream().filter(rows::containsKey).forEach(mine::add);
    }

    /** Only these were one's own doing, as has come out. */
    void did(Collection<PersonId> people) {
        mine.retainAll(people);
    }

    /**
     * Takes over what was read anew.
     *
     * @param asked of whom it was read
     * @param found those of them who are there
     * @return those who have left the selection and are there
     */
    List<LearnerRow> reread(Collection<PersonId> asked, List<LearnerRow> found) {
        Map<PersonId, LearnerRow> now = new HashMap<>();
        found.forEach(row -> now.put(row.id(), row));
        List<LearnerRow> left = new ArrayList<>();
        for (PersonId id : asked) {
            LearnerRow before = rows.get(id);
            if (before != null) {
                LearnerRow after = now.get(id);
                What what = what(before, after);
                note(before, what);
                if (after == null || CannotSelect.of(after) != null) {
                    rows.remove(id);
                    if (after != null) {
                        left.add(after);
                    }
                } else {
                    rows.put(id, after);
                }
            }
        }
        return left;
    }

    private void note(LearnerRow before, @Nullable What what) {
        if (what != null && !mine.remove(before.id())) {
            drifted.put(before.id(), new Drift(before.name(), what));
        }
    }

    private static @Nullable What what(LearnerRow before, @Nullable LearnerRow after) {
        if (after == null) {
            return What.GONE;
        }
        CannotSelect cannot = CannotSelect.of(after);
        if (cannot != null) {
            return switch (cannot) {
                case ACCEPTING -> What.ACCEPTING;
                case DISABLED -> What.DISABLED;
            };
        }
        if (before.status() == after.status()) {
            return null;
        }
        return switch (after.status()) {
            case ACTIVE -> What.ACTIVE;
            case PAUSED -> What.PAUSED;
            case PENDING -> What.PENDING;
            case DISABLED -> What.DISABLED;
        };
    }
}
