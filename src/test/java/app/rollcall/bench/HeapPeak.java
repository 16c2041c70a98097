package app.rollcall.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** The most heap in use, garbage included, looked at all the while. */
final class HeapPeak implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(20);

    private final AtomicLong peak = new AtomicLong();
    private final Disposable running = Flux.interval(EVERY)
            .onBackpressureDrop()
            .subscribe(_ -> peak.accumulateAndGet(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max));

    long megabytes() {
        return peak.get() >> 20;
    }

    static long mostMegabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    @Override
    public void close() {
        running.dispose();
    }
}
