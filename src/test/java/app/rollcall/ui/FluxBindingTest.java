package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class FluxBindingTest {

    private final Span owner = new Span();
    private final List<Integer> arrived = new ArrayList<>();
    private final Sinks.Many<Integer> source = Sinks.many().multicast().directBestEffort();

    @BeforeEach
    void open() {
        MockVaadin.setup(new Routes());
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void events_arrive_all_and_in_order_while_the_component_is_attached() {
        FluxBinding.events(owner, source::asFlux, arrived::add);
        assertThat(source.currentSubscriberCount()).isZero();

        UI.getCurrent().add(owner);
        for (int number = 0; number < 1000; number++) {
            source.tryEmitNext(number);
        }
        until(() -> arrived.size() == 1000);
        assertThat(arrived).isSorted();

        UI.getCurrent().remove(owner);
        assertThat(source.currentSubscriberCount()).isZero();
    }

    @Test
    void a_component_that_comes_back_is_bound_once() {
        FluxBinding.events(owner, source::asFlux, arrived::add);
        UI.getCurrent().add(owner);
        UI.getCurrent().remove(owner);
        UI.getCurrent().add(owner);

        assertThat(source.currentSubscriberCount()).isEqualTo(1);
    }

    @Test
    void of_a_fast_state_few_values_arrive_and_the_last_one_always() {
        FluxBinding.state(owner, source::asFlux, arrived::add);
        UI.getCurrent().add(owner);
        for (int number = 0; number <= 10_000; number++) {
            source.tryEmitNext(number);
        }
        until(() -> arrived.contains(10_000));
        assertThat(arrived).hasSizeLessThan(10);
    }

    @Test
    @DisplayName(
            "LV-07 What several streams bring comes in one tempo: the second change at once too, the next ones together")
    void streams_keep_to_one_beat() {
        Sinks.Many<Integer> other = Sinks.many().multicast().directBestEffort();
        List<Long> at = new ArrayList<>();
        FluxBinding.events(owner, source::asFlux, _ -> at.add(System.nanoTime()));
        FluxBinding.events(owner, other::asFlux, _ -> at.add(System.nanoTime()));
        UI.getCurrent().add(owner);
        source.tryEmitNext(1);
        until(() -> at.size() == 1);
        other.tryEmitNext(2);
        until(() -> at.size() == 2);
        source.tryEmitNext(3);
        other.tryEmitNext(4);
        until(() -> at.size() == 4);

        assertThat(Duration.ofNanos(at.get(2) - at.getFirst())).isGreaterThan(Duration.ofMillis(200));
        assertThat(Duration.ofNanos(at.get(3) - at.getFirst())).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    @DisplayName(
            "LV-07 What changes of many bring waits for its turn, the last of it always comes; what somebody did does not wait with it")
    void a_tide_takes_its_turn() {
        CountDownLatch turnsOfOthers = new CountDownLatch(1);
        for (int thread = 0; thread < Runtime.getRuntime().availableProcessors(); thread++) {
            ScreenThreads.TURNS.schedule(() -> {
                try {
                    turnsOfOthers.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        Sinks.Many<Integer> deeds = Sinks.many().multicast().directBestEffort();
        List<Integer> done = new ArrayList<>();
        FluxBinding.tide(owner, source::asFlux, arrived::add);
        FluxBinding.events(owner, deeds::asFlux, done::add);
        UI.getCurrent().add(owner);
        for (int number = 0; number <= 1_000; number++) {
            source.tryEmitNext(number);
        }
        deeds.tryEmitNext(1);

        until(() -> done.contains(1));
        assertThat(arrived).isEmpty();
        turnsOfOthers.countDown();
        until(() -> arrived.contains(1_000));
        assertThat(arrived).hasSizeLessThan(10).isSorted();
    }

    @Test
    @DisplayName("LV-07 What changes of many bring comes also while somebody does one thing after the other")
    void a_tide_is_not_kept_away_by_deeds() {
        Sinks.Many<Integer> deeds = Sinks.many().multicast().directBestEffort();
        FluxBinding.events(owner, deeds::asFlux, _ -> {});
        FluxBinding.tide(owner, source::asFlux, arrived::add);
        UI.getCurrent().add(owner);
        for (int number = 0; number < 4; number++) {
            deeds.tryEmitNext(number);
        }
        source.tryEmitNext(1);

        until(() -> {
            deeds.tryEmitNext(0);
            return arrived.contains(1);
        });
    }

    @Test
    void a_state_comes_at_once_and_then_four_times_a_second() {
        StepVerifier.withVirtualTime(() ->
                        FluxBinding.calm(Flux.interval(Duration.ofMillis(10)).take(100), Duration.ofMillis(250)))
                .expectSubscription()
                .thenAwait(Duration.ofMillis(10))
                .expectNext(0L)
                .expectNoEvent(Duration.ofMillis(249))
                .thenAwait(Duration.ofSeconds(2))
                .expectNextCount(3)
                .expectNext(99L)
                .verifyComplete();
    }

    @Test
    void a_source_that_fails_is_subscribed_again() {
        AtomicInteger tries = new AtomicInteger();
        FluxBinding.events(
                owner,
                () -> tries.incrementAndGet() == 1 ? Flux.error(new IllegalStateException("cut")) : Flux.just(5),
                arrived::add);
        UI.getCurrent().add(owner);

        until(() -> arrived.contains(5));
    }

    /** The deliveries wait for the session's lock, which the test's thread holds until it makes a round trip. */
    static void until(BooleanSupplier there) {
        await().atMost(Duration.ofSeconds(10)).pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip(false);
            return there.getAsBoolean();
        });
    }
}
