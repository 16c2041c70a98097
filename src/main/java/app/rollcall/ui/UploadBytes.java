package app.rollcall.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * The crossing for uploads: the bytes that a browser sends, read on the upload's own thread and handed on only as fast as they
 * are wanted, so that no more than one slice of a file is ever in memory.
 */
public final class UploadBytes {

    /** Bytes of a slice at most; the database's driver makes one frame of each. */
    public static final int SLICE = 64 * 1024;

    private UploadBytes() {}

    /**
     * Sends a stream through a call and waits for its result.
     *
     * @param call subscribes to the bytes once; whoever wants a bar counts them here
     * @return the call's result, or null when it ends without one
     * @throws IOException when the browser's stream breaks or this thread is interrupted; the call sees an error then
     */
    public static <R> @Nullable R send(InputStream in, Function<Flux<ByteBuffer>, Mono<R>> call) throws IOException {
        Pump pump = new Pump();
        CompletableFuture<@Nullable R> result = call.apply(Flux.create(pump::open, FluxSink.OverflowStrategy.ERROR))
                .toFuture();
        result.whenComplete((value, failure) -> pump.wake());
        try {
            pump.run(in, result);
            return result.get();
        } catch (ExecutionException failed) {
            throw unwrap(failed);
        } catch (InterruptedException stopped) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("The upload was stopped", stopped);
        }
    }

    private static IOException unwrap(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException cause -> throw cause;
            case IOException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IOException(failed.getCause());
        };
    }

    /** Waits for demand, reads a slice, hands it on; ends with the stream, the call or the subscriber, whichever is first. */
    private static final class Pump {

        private @Nullable FluxSink<ByteBuffer> sink;

        synchronized void open(FluxSink<ByteBuffer> opened) {
            if (sink != null) {
                opened.error(new IllegalStateException("An upload's bytes can be read only once"));
                return;
            }
            sink = opened;
            opened.onRequest(wanted -> wake());
            opened.onDispose(this::wake);
            notifyAll();
        }

        synchronized void wake() {
            notifyAll();
        }

        void run(InputStream in, CompletableFuture<?> result) throws InterruptedException {
            for (FluxSink<ByteBuffer> to = awaitDemand(result); to != null; to = awaitDemand(result)) {
                try {
                    byte[] slice = in.readNBytes(SLICE);
                    if (slice.length > 0) {
                        to.next(ByteBuffer.wrap(slice));
                    }
                    if (slice.length < SLICE) {
                        to.complete();
                        return;
                    }
                } catch (IOException broken) {
                    to.error(broken);
                    return;
                }
            }
        }

        private synchronized @Nullable FluxSink<ByteBuffer> awaitDemand(CompletableFuture<?> result)
                throws InterruptedException {
            while (!result.isDone()) {
                FluxSink<ByteBuffer> to = sink;
                if (to != null && to.isCancelled()) {
                    return null;
                }
                if (to != null && to.requestedFromDownstream() > 0) {
                    return to;
                }
                wait();
            }
            return null;
        }
    }
}
