package app.rollcall.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import reactor.core.publisher.Flux;

/** A file of new learners, each with one course: the same bytes for the same number of rows. */
record LearnerList(Path file, int rows) {

    static final int COURSES = 40;

    private static final long SEED = 42;
    private static final int SLICE = 64 * 1024;
    private static final String[] SYLLABLES = {
        "an", "bel", "car", "dor", "el", "fin", "gra", "hol", "is", "jor", "kat", "lin", "mar", "nor", "os", "pet",
        "qui", "ros", "sal", "tor", "ul", "vik", "wil", "xan", "yor", "zel", "ber", "chi", "dan", "ev"
    };

    static LearnerList of(int rows) {
        return of(rows, 0);
    }

    /** @param after numbers from here on, so that they are others than those of a list that ends there */
    static LearnerList of(int rows, int after) {
        return of(rows, after, Path.of("target", "bench-" + rows + "-after-" + after + ".csv"));
    }

    private static LearnerList of(int rows, int after, Path file) {
        Random random = new Random(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("email,first_name,last_name,item_type,item_id\n");
            for (int row = after; row < after + rows; row++) {
                String first = name(random, 2);
                String last = name(random, 3);
                out.write("%s.%s.%d@corp%02d.example,%s,%s,course,%s\n"
                        .formatted(
                                first.toLowerCase(Locale.ROOT),
                                last.toLowerCase(Locale.ROOT),
                                row,
                                random.nextInt(40),
                                first,
                                last,
                                course(random.nextInt(COURSES))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LearnerList(file, rows);
    }

    /** The code of one of the courses that the rows name. */
    static String course(int number) {
        return "BENCH-%02d".formatted(number);
    }

    /** The bytes as an upload brings them, read from the disk anew for each. */
    Flux<ByteBuffer> bytes() {
        return Flux.using(
                () -> FileChannel.open(file),
                channel -> Flux.generate(sink -> {
                    ByteBuffer slice = ByteBuffer.allocate(SLICE);
                    try {
                        if (channel.read(slice) < 0) {
                            sink.complete();
                        } else {
                            sink.next(slice.flip());
                        }
                    } catch (IOException e) {
                        sink.error(e);
                    }
                }),
                channel -> {
                    try {
                        channel.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String name(Random random, int syllables) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
