package app.rollcall.importing.ui;

import app.rollcall.ui.LazyItems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A table's rows that follow the database where they stand: after a change those on screen are read again, and only the ones
 * that differ are drawn anew, so that nothing jumps and a field keeps its focus. Rows that came or went redraw the table, and
 * with it every field: while somebody's hands are in it, it is held, and only falls behind.
 */
final class LiveRows<T> {

    private static final int MOST = 200;
    private static final int PAGE = 50;

    private final Function<T, Object> identity;
    private final LazyItems.Slice<T> slice;
    private final Supplier<Mono<Long>> count;
    private final LazyItems<T> items;
    private final Map<Object, T> drawn = new LinkedHashMap<>();
    private int offset;
    private List<T> shown = List.of();
    private long size;
    private boolean behind;

    /** What is there now, from a row on. */
    record Look<T>(int offset, List<T> rows, long size) {}

    LiveRows(Function<T, Object> identity, LazyItems.Slice<T> slice, Supplier<Mono<Long>> count) {
        this.identity = identity;
        this.slice = slice;
        this.count = count;
        items = new LazyItems<>(
                identity,
                (from, limit, order) -> slice.fetch(from, limit, order).doOnNext(page -> saw(from, page)),
                () -> count.get().doOnNext(this::counted));
    }

    LazyItems<T> items() {
        return items;
    }

    /** To be told of each row that is sent to the browser, as it is sent. */
    synchronized void drew(T row) {
        Object id = identity.apply(row);
        drawn.remove(id);
        drawn.put(id, row);
        if (drawn.size() > 4 * MOST) {
            drawn.remove(drawn.keySet().iterator().next());
        }
    }

    private synchronized void counted(long number) {
        size = number;
    }

    /** Pages that touch become one window, which forgets what is far from the newest. */
    private synchronized void saw(int from, List<T> page) {
        int end = offset + shown.size();
        if (shown.isEmpty() || from > end || from + page.size() < offset) {
            offset = from;
            shown = List.copyOf(page);
            return;
        }
        List<T> joined = new ArrayList<>(shown.subList(0, Math.max(0, from - offset)));
        joined.addAll(page);
        if (from + page.size() < end) {
            joined.addAll(shown.subList(from + page.size() - offset, shown.size()));
        }
        int begin = Math.min(offset, from);
        int cut = Math.clamp(joined.size() - MOST, 0, Math.max(0, from - begin));
        offset = begin + cut;
        shown = List.copyOf(joined.subList(cut, Math.min(joined.size(), cut + MOST)));
    }

    /** Reads again what is on screen. */
    Mono<Look<T>> look() {
        return Mono.defer(() -> {
            int from = from();
            return Mono.zip(
                    slice.fetch(from, length(), List.of()).defaultIfEmpty(List.of()),
                    count.get().defaultIfEmpty(0L),
                    (rows, now) -> new Look<>(from, rows, now));
        });
    }

    private synchronized int from() {
        return offset;
    }

    private synchronized int length() {
        return Math.max(PAGE, shown.size());
    }

    /** Draws rows on screen anew as they are. */
    void refresh(Predicate<T> which) {
        rows().stream().filter(which).forEach(items::refreshItem);
    }

    private synchronized List<T> rows() {
        return List.copyOf(drawn.values());
    }

    /**
     * Shows what was read; gives the rows that were changed where they stand, or nothing when the table was redrawn. A table that
     * is held is never redrawn: rows that stay are brought up to date, those that went stay as they
     * were, those that came are missing, until {@link #redraw}.
     */
    Optional<List<T>> show(Look<T> look, boolean held) {
        behind = moved(look);
        if (behind && !held) {
            redraw();
            return Optional.empty();
        }
        List<T> changed = changed(look);
        changed.forEach(items::refreshItem);
        return Optional.of(changed);
    }

    /** Whether rows that came or went are not shown yet. */
    boolean behind() {
        return behind;
    }

    /** Draws the table as it is now. */
    void redraw() {
        behind = false;
        items.refreshAll();
    }

    private synchronized boolean moved(Look<T> look) {
        if (look.size() != size) {
            return true;
        }
        for (int at = 0; at < shown.size(); at++) {
            int there = offset + at - look.offset();
            if (there >= 0
                    && there < look.rows().size()
                    && !identity.apply(look.rows().get(there)).equals(identity.apply(shown.get(at)))) {
                return true;
            }
        }
        return false;
    }

    private synchronized List<T> changed(Look<T> look) {
        List<T> changed = new ArrayList<>();
        for (T row : look.rows()) {
            Object id = identity.apply(row);
            T before = drawn.get(id);
            if (before != null && !before.equals(row)) {
                changed.add(row);
                drawn.put(id, row);
            }
        }
        return changed;
    }
}
