package app.rollcall.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The crossing for reads: a grid's items, one page at a time. The grid asks on its request's own virtual thread, which waits for
 * the page; a Reactor thread is refused, since waiting there could wait for itself.
 *
 * <p>A page that takes longer than five seconds fails with an {@link IllegalStateException}. The query itself is left to the
 * database's statement timeout: cancelling it could cost the pool a connection.
 */
public final class LazyItems<T> extends AbstractBackEndDataProvider<T, Void> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What a grid keeps is among the rows read last, and fewer than these. */
    private static final int ROWS_ON_SCREEN = 150;

    /** Who has read no further is at the top of the list, give or take a few rows. */
    private static final int TOP = 50;

    private final transient Function<T, Object> identity;
    private final transient Slice<T> slice;
    private final transient Supplier<Mono<Long>> count;
    private transient volatile List<Part<T>> parts = List.of();
    private transient volatile List<QuerySortOrder> order = List.of();
    private volatile int offset;
    private volatile int end;

    /** Rows that were read in a go, from this one on. */
    private record Part<T>(int offset, List<T> rows) {}

    /** Reads the rows from {@code offset} (0 is the first), at most {@code limit}, in the order the headers ask for. */
    @FunctionalInterface
    public interface Slice<T> {

        Mono<List<T>> fetch(int offset, int limit, List<QuerySortOrder> order);
    }

    /** @param identity what makes two rows the same thing, although their values differ: its id */
    public LazyItems(Function<T, Object> identity, Slice<T> slice, Supplier<Mono<Long>> count) {
        this.identity = identity;
        this.slice = slice;
        this.count = count;
    }

    /** Whether the rows last asked for began or went on below the top: then nothing may be put in above them. */
    public boolean scrolled() {
        return offset > 0 || end > TOP;
    }

    /** The rows last read, those that are on screen among them. */
    public List<T> seen() {
        return parts.stream().map(Part::rows).flatMap(List::stream).toList();
    }

    /** The rows last read, from the first of the list to where a gap comes; none when it is not among them. */
    public List<T> top() {
        return from(0, byPlace()).rows;
    }

    /**
     * What was last in sight, read once more; empty when others stand there now, nothing was, or it failed. Waits, as when the grid asks for
     * a page.
     */
    public Optional<List<T>> again() {
        NavigableMap<Integer, T> read = byPlace();
        int first = offset;
        while (read.containsKey(first - 1)) {
            first--;
        }
        Part<T> before = from(first, read);
        if (before.rows.isEmpty()) {
            return Optional.empty();
        }
        List<T> now;
        try {
            now = await(slice.fetch(first, before.rows.size(), order), List.of());
        } catch (RuntimeException failed) {
            // The grid will ask, and say why there is nothing.
            return Optional.empty();
        }
        if (!ids(now).equals(ids(before.rows))) {
            return Optional.empty();
        }
        parts = List.of(new Part<>(first, now));
        return Optional.of(now);
    }

    private NavigableMap<Integer, T> byPlace() {
        NavigableMap<Integer, T> read = new TreeMap<>();
        parts.reversed().forEach(part -> {
            for (int i = 0; i < part.rows.size(); i++) {
                read.put(part.offset + i, part.rows.get(i));
            }
        });
        return read;
    }

    private static <T> Part<T> from(int first, Map<Integer, T> read) {
        List<T> rows = new ArrayList<>();
        for (T row = read.get(first); row != null; row = read.get(first + rows.size())) {
            rows.add(row);
        }
        return new Part<>(first, rows);
    }

    private static List<String> words(List<QuerySortOrder> order) {
        return order.stream()
                .map(by -> by.getSorted() + " " + by.getDirection())
                .toList();
    }

    private List<Object> ids(List<T> rows) {
        return rows.stream().map(identity).toList();
    }

    @Override
    public void refreshAll() {
        parts = List.of();
        super.refreshAll();
    }

    @Override
    public Object getId(T item) {
        return identity.apply(item);
    }

    @Override
    protected Stream<T> fetchFromBackEnd(Query<T, Void> query) {
        offset = query.getOffset();
        end = offset + query.getLimit();
        if (!words(query.getSortOrders()).equals(words(order))) {
            parts = List.of();
        }
        order = query.getSortOrders();
        List<T> page = await(slice.fetch(query.getOffset(), query.getLimit(), query.getSortOrders()), List.of());
        parts = newest(new Part<>(offset, page));
        return page.stream();
    }

    /** This part, and of those before it as many as may be on screen. */
    private List<Part<T>> newest(Part<T> now) {
        List<Part<T>> kept = new ArrayList<>(List.of(now));
        int rows = now.rows.size();
        for (Part<T> before : parts) {
            rows += before.rows.size();
            if (rows > ROWS_ON_SCREEN) {
                break;
            }
            kept.add(before);
        }
        return List.copyOf(kept);
    }

    @Override
    protected int sizeInBackEnd(Query<T, Void> query) {
        return (int) Math.min(Integer.MAX_VALUE, await(count.get(), 0L));
    }

    /** Waits for an answer, on a thread that may. */
    static <R> R await(Mono<R> answer, R none) {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException(
                    "Rows were asked for on " + Thread.currentThread().getName()
                            + ", which must not wait: refresh the grid through FluxBinding or UiTask");
        }
        try {
            return answer.defaultIfEmpty(none).toFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("The rows did not come within " + PATIENCE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new CompletionException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for rows", stopped);
        }
    }
}
