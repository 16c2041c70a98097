package app.rollcall.bench;

import app.rollcall.mail.ScriptedSmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything over and keeps nothing but how many there were, and when the first and the last came. */
final class CountingSmtp implements AutoCloseable {

    private final ScriptedSmtp server = new ScriptedSmtp(_ -> count());
    private final AtomicLong taken = new AtomicLong();
    private volatile long first;
    private volatile long last;

    int port() {
        return server.port();
    }

    long taken() {
        return taken.get();
    }

    /** From the first mail to the last. */
    Duration span() {
        return Duration.ofNanos(last - first);
    }

    void startAnew() {
        taken.set(0);
    }

    private void count() {
        last = System.nanoTime();
        if (taken.getAndIncrement() == 0) {
            first = last;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
