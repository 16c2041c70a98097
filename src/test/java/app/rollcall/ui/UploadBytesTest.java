package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class UploadBytesTest {

    private final byte[] file = new byte[300_000];

    UploadBytesTest() {
        new Random(7).nextBytes(file);
    }

    @Test
    void hands_on_every_byte_in_order_in_slices_of_64_KiB_at_most() throws IOException {
        List<Integer> sizes = new ArrayList<>();

        byte[] arrived = UploadBytes.send(
                new ByteArrayInputStream(file),
                bytes -> bytes.publishOn(Schedulers.parallel(), 1)
                        .doOnNext(slice -> sizes.add(slice.remaining()))
                        .collectList()
                        .map(UploadBytesTest::join));

        assertThat(arrived).isEqualTo(file);
        assertThat(sizes).allMatch(size -> size <= UploadBytes.SLICE).hasSize(5);
    }

    @Test
    void reads_no_further_than_it_is_asked_to() throws IOException {
        AtomicInteger read = new AtomicInteger();
        InputStream counting = new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                int count = super.read(to, offset, length);
                read.addAndGet(Math.max(0, count));
                return count;
            }
        };

        UploadBytes.send(counting, bytes -> bytes.next());

        assertThat(read).hasValue(UploadBytes.SLICE);
    }

    @Test
    void surfaces_the_failure_of_the_call() {
        assertThatThrownBy(() -> UploadBytes.send(
                        new ByteArrayInputStream(file), bytes -> Mono.error(new IllegalArgumentException("not a CSV"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a CSV");
    }

    @Test
    void tells_the_call_when_the_browser_breaks_off() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> UploadBytes.send(broken, Flux::count)).isInstanceOf(IOException.class);
    }

    private static byte[] join(List<ByteBuffer> slices) {
        ByteBuffer all = ByteBuffer.allocate(
                slices.stream().mapToInt(ByteBuffer::remaining).sum());
        slices.forEach(all::put);
        return all.array();
    }
}
