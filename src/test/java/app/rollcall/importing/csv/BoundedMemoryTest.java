package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {

    private static final int ROWS = 1_000_000;

    @Test
    @DisplayName("250 MB in a million rows flow through a heap of 64 MB")
    void smallHeap() throws Exception {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BoundedMemoryTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(said);
        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said).contains(ROWS + " rows");
    }

    /** What the small heap runs. */
    public static void main(String[] args) throws IOException {
        for (int pad : new int[] {1, 200}) {
            long started = System.nanoTime();
            try (CsvFile file = CsvFile.open(new Generated(pad), ReadingLimits.DEFAULT, ReadingChoice.DETECT)) {
                file.forEachRemaining(row -> {});
                double seconds = (System.nanoTime() - started) / 1e9;
                System.out.printf(
                        "%d rows, %d MB, %.0f rows/s%n",
                        file.rows(), file.bytesRead() / 1_000_000, file.rows() / seconds);
            }
        }
    }

    /** A file that is never anywhere in whole. */
    private static final class Generated extends InputStream {
        private final String padding;
        private byte[] line = "email,first_name,last_name,item_type,item_id,note\n".getBytes(StandardCharsets.US_ASCII);
        private int at;
        private int row;

        Generated(int pad) {
            padding = "n".repeat(pad);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = 0;
            while (count < length) {
                if (at == line.length) {
                    if (row == ROWS) {
                        break;
                    }
                    line = ("p" + row++ + "@example.org,Anna,Berg,course,C-" + row % 40 + "," + padding + "\n")
                            .getBytes(StandardCharsets.ISO_8859_1);
                    at = 0;
                }
                int part = Math.min(length - count, line.length - at);
                System.arraycopy(line, at, into, offset + count, part);
                at += part;
                count += part;
            }
            return count == 0 ? -1 : count;
        }
    }
}
