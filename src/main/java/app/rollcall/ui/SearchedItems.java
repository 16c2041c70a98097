package app.rollcall.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** {@link LazyItems} for a field that is searched by typing: what was typed is asked for with each page. */
public final class SearchedItems<T> extends AbstractBackEndDataProvider<T, String> {

    private final transient Function<T, Object> identity;
    private final transient Slice<T> slice;
    private final transient Function<String, Mono<Long>> count;

    /** Reads what the text finds from {@code offset} (0 is the first), at most {@code limit}. */
    @FunctionalInterface
    public interface Slice<T> {

        Mono<List<T>> fetch(String text, int offset, int limit);
    }

    /** @param identity what makes two items the same thing */
    public SearchedItems(Function<T, Object> identity, Slice<T> slice, Function<String, Mono<Long>> count) {
        this.identity = identity;
        this.slice = slice;
        this.count = count;
    }

    @Override
    public Object getId(T item) {
        return identity.apply(item);
    }

    @Override
    protected Stream<T> fetchFromBackEnd(Query<T, String> query) {
        return LazyItems.await(slice.fetch(text(query), query.getOffset(), query.getLimit()), List.<T>of()).stream();
    }

    @Override
    protected int sizeInBackEnd(Query<T, String> query) {
        return (int) Math.min(Integer.MAX_VALUE, LazyItems.await(count.apply(text(query)), 0L));
    }

    private static String text(Query<?, String> query) {
        return query.getFilter().orElse("");
    }
}
