package app.rollcall.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files to import. */
final class ImportFile {

    /** Twenty rows, some of them bad: the one that the README names. */
    static final Path SAMPLE = Path.of("src/test/resources/app/rollcall/importing/sample.csv");

    private ImportFile() {}

    /** So many learners whom nobody knows yet, each with a course; one row in a thousand names none that exists. */
    static Path of(int rows, String mark) {
        return write(mark, IntStream.rangeClosed(1, rows).mapToObj(row -> row(row, mark)));
    }

    /** Lines as they are, under the headings of the sample. */
    static Path of(String mark, String... lines) {
        return write(mark, Stream.of(lines));
    }

    /** Lines as they are, under these headings. */
    static Path under(String headings, String mark, String... lines) {
        return write(headings, mark, Stream.of(lines));
    }

    private static Path write(String mark, Stream<String> lines) {
        return write("email,first_name,last_name,item_type,item_id", mark, lines);
    }

    private static Path write(String headings, String mark, Stream<String> lines) {
        try {
            Path file = Files.createDirectories(Path.of("target", "journeys")).resolve(mark + ".csv");
            return Files.write(file, Stream.concat(Stream.of(headings), lines).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(int row, String mark) {
        String course = row % 1_000 == 0 ? "NOPE-1" : "FIRE-2026";
        return "%s-%05d@example.org,%s,Number%05d,course,%s".formatted(mark, row, mark, row, course);
    }
}
