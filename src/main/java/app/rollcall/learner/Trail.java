package app.rollcall.learner;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a screen has been in its list: some rows by their number, with their places in the order. A page is reached from the
 * nearest of them, or from either end, instead of counting all rows before it; and what comes next follows what was shown
 * before, although others came in above meanwhile.
 */
public final class Trail {

    /** A learner's place in an order: what is compared, as text, and the id. */
    record Place(String text, long id) {}

    /**
     * How to reach a page.
     *
     * @param from the row at which to begin; null for an end of the list
     * @param backwards whether the way leads up the list: the page's rows then come last one first
     * @param skip how many rows to leave out on the way
     * @param rows how many to take
     */
    record Way(@Nullable Place from, boolean backwards, long skip, int rows) {}

    /** From the top of the list, as everybody comes to it. */
    static Way top(int rows) {
        return new Way(null, false, 0, rows);
    }

    private final NavigableMap<Long, Place> known = new TreeMap<>();
    private @Nullable LearnerFilter filter;
    private @Nullable LearnerOrder order;
    private long total = Long.MAX_VALUE;
    private long skipped;

    /** How many rows the list has with this filter, so that it can be walked from its end too. */
    public synchronized void total(LearnerFilter filter, long rows) {
        follow(filter);
        total = rows;
    }

    /** The list is read anew: others may have come in anywhere. */
    public synchronized void clear() {
        known.clear();
    }

    synchronized Way to(LearnerFilter filter, LearnerOrder order, long offset, int limit, Landmarks landmarks) {
        follow(filter);
        if (order != this.order) {
            known.clear();
            this.order = order;
        }
        Way way = from(known, offset, limit, new Way(null, false, offset, limit));
        int left = (int) Math.min(limit, total - offset);
        if (left > 0) {
            way = nearer(way, new Way(null, true, total - offset - left, left));
        }
        if (landmarks.shorten(way)) {
            way = from(landmarks.of(filter, order, total), offset, limit, way);
        }
        skipped = way.skip;
        return way;
    }

    /** How many rows were walked past on the last way. */
    synchronized long skipped() {
        return skipped;
    }

    private static Way from(NavigableMap<Long, Place> places, long offset, int limit, Way other) {
        Way way = other;
        Map.Entry<Long, Place> above = places.floorEntry(offset);
        if (above != null) {
            way = nearer(way, new Way(above.getValue(), false, offset - above.getKey(), limit));
        }
        Map.Entry<Long, Place> below = places.ceilingEntry(offset + limit - 1);
        if (below != null) {
            way = nearer(way, new Way(below.getValue(), true, below.getKey() - (offset + limit - 1), limit));
        }
        return way;
    }

    private void follow(LearnerFilter filter) {
        if (!filter.equals(this.filter)) {
            known.clear();
            total = Long.MAX_VALUE;
            this.filter = filter;
        }
    }

    private static Way nearer(Way one, Way other) {
        return other.skip < one.skip ? other : one;
    }

    /** Remembers a page's first and last row. */
    synchronized void walked(long offset, List<Place> places) {
        if (!places.isEmpty()) {
            known.put(offset, places.getFirst());
            known.put(offset + places.size() - 1, places.getLast());
        }
    }
}
