package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.data.provider.Query;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LazyItemsTest {

    private final LazyItems<String> items = new LazyItems<>(
            String::toLowerCase,
            (offset, limit, order) ->
                    Flux.range(offset, limit).map(row -> "Row " + row).collectList(),
            () -> Mono.just(300L));

    @Test
    void gives_the_page_that_the_grid_asks_for() {
        assertThat(page(20, 2)).containsExactly("Row 20", "Row 21");
        assertThat(items.size(new Query<>())).isEqualTo(300);
    }

    @Test
    void knows_whether_the_rows_last_asked_for_are_those_of_the_top() {
        page(0, 50);
        assertThat(items.scrolled()).isFalse();
        page(50, 50);
        assertThat(items.scrolled()).isTrue();
        page(0, 75);
        assertThat(items.scrolled()).isTrue();
    }

    @Test
    void knows_the_rows_at_the_top_as_far_as_they_were_read() {
        page(25, 25);
        assertThat(items.top()).isEmpty();
        page(0, 25);
        page(100, 25);
        page(3, 1);
        assertThat(items.top()).hasSize(50).startsWith("Row 0").endsWith("Row 49");
    }

    @Test
    void takes_two_rows_for_the_same_by_their_identity() {
        assertThat(items.getId("ROW 1")).isEqualTo(items.getId("Row 1"));
    }

    @Test
    void refuses_to_wait_on_a_thread_of_reactor() {
        Mono<List<String>> onReactor = Mono.fromCallable(() -> page(0, 1)).subscribeOn(Schedulers.parallel());

        assertThatThrownBy(onReactor::block).hasMessageContaining("must not wait");
    }

    @Test
    void hands_on_what_went_wrong_in_the_query() {
        LazyItems<String> failing = new LazyItems<>(
                row -> row,
                (offset, limit, order) -> Mono.error(new IllegalStateException("no database")),
                Mono::empty);

        assertThatThrownBy(() ->
                        failing.fetch(new Query<>(0, 1, List.of(), null, null)).toList())
                .hasMessage("no database");
    }

    private List<String> page(int offset, int limit) {
        Query<String, Void> query = new Query<>(offset, limit, List.of(), null, null);
        return items.fetch(query).toList();
    }
}
