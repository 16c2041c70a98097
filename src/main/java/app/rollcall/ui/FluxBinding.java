package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * The crossing for streams: what a source emits reaches a component while that is on screen, and not a moment longer. The
 * consumer runs under the UI's lock, in the screen's own beat. A source that fails is logged and subscribed again, later each time up to 30 s.
 */
public final class FluxBinding {

    private static final Logger LOG = LoggerFactory.getLogger(FluxBinding.class);
    private static final Duration FRAME = Duration.ofMillis(250);
    private static final int BURST = 16_384;

    private FluxBinding() {}

    /** Every element, in order. */
    public static <T> void events(Component owner, Supplier<Flux<T>> source, Consumer<T> consumer) {
        bind(
                owner,
                beat -> lasting(source)
                        // With a strategy it grows as it fills; without one a thousand screens would each hold the room
                        // for a burst.
                        .onBackpressureBuffer(BURST, BufferOverflowStrategy.ERROR)
                        .publishOn(ScreenThreads.SCHEDULER)
                        .subscribe(element -> beat.soon(() -> consumer.accept(element)), FluxBinding::log));
    }

    /** The newest element, at once and then at most four times a second; the last one always arrives. */
    public static <T> void state(Component owner, Supplier<Flux<T>> source, Consumer<T> consumer) {
        newest(owner, source, consumer, ScreenThreads.SCHEDULER, ScreenBeat::soon);
    }

    /**
     * As {@link #state}, for what changes of many bring to every screen at the same moment: it takes its turn among them, after
     * what somebody did to a few.
     */
    public static <T> void tide(Component owner, Supplier<Flux<T>> source, Consumer<T> consumer) {
        newest(owner, source, consumer, ScreenThreads.TURNS, ScreenBeat::inTurn);
    }

    private static <T> void newest(
            Component owner,
            Supplier<Flux<T>> source,
            Consumer<T> consumer,
            Scheduler threads,
            BiConsumer<ScreenBeat, Runnable> deliver) {
        bind(owner, beat -> {
            AtomicReference<@Nullable T> newest = new AtomicReference<>();
            return lasting(() -> calm(source.get(), FRAME))
                    .publishOn(threads, 1)
                    .subscribe(
                            element -> replace(change -> deliver.accept(beat, change), newest, element, consumer),
                            FluxBinding::log);
        });
    }

    /** The newest element at once, then not before the pause is over; the last one always comes, and nothing ticks while nothing happens. */
    public static <T> Flux<T> calm(Flux<T> source, Duration pause) {
        return source.onBackpressureLatest()
                .concatMap(
                        element -> Flux.concat(
                                Mono.just(element), Mono.delay(pause).then(Mono.empty())),
                        0);
    }

    private static <T> Flux<T> lasting(Supplier<Flux<T>> source) {
        return Flux.defer(source)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                        .maxBackoff(Duration.ofSeconds(30))
                        .transientErrors(true)
                        .doBeforeRetry(retry -> log(retry.failure())));
    }

    private static void bind(Component owner, Function<ScreenBeat, Disposable> subscribe) {
        OnScreen.during(owner, ui -> subscribe.apply(ScreenBeat.of(ui))::dispose);
    }

    /** A screen that is slow to take its turn gets the newest value when it does, not a queue of old ones. */
    private static <T> void replace(
            Consumer<Runnable> deliver, AtomicReference<@Nullable T> newest, T element, Consumer<T> consumer) {
        if (newest.getAndSet(element) == null) {
            deliver.accept(() -> {
                T value = newest.getAndSet(null);
                if (value != null) {
                    consumer.accept(value);
                }
            });
        }
    }

    private static void log(Throwable failure) {
        LOG.warn("A stream of a screen failed and is subscribed again", failure);
    }
}
