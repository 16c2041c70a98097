package app.rollcall.importing.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the delimiter: the one that yields headings we know, then the one that cuts the first records most evenly. */
final class Delimiter {

    /** Excel's hint. Some programs quote it like any other line. */
    private static final Pattern HINT = Pattern.compile(
            "\"?sep=([^\\p{L}\\p{N}\"\\r\\n])\"?[ \\t,;]*(?:[\\r\\n].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int RECORDS = 50;

    private Delimiter() {}

    /** What a first line {@code sep=;} says, or null when there is none. */
    static @Nullable Character hinted(String sample) {
        Matcher hint = HINT.matcher(sample);
        return hint.matches() ? hint.group(1).charAt(0) : null;
    }

    /** As chosen, else as hinted, else as detected. */
    static char of(String sample, @Nullable Character hint, ReadingLimits limits, DialectChoice choice) {
        Character told = choice.delimiter() == null ? hint : choice.delimiter();
        return told == null ? detect(sample, limits) : told;
    }

    static char detect(String sample, ReadingLimits limits) {
        return CANDIDATES.stream()
                .map(candidate -> Fit.of(candidate, sample, limits))
                .max(Comparator.comparingInt(Fit::headings)
                        .thenComparingInt(Fit::alike)
                        .thenComparingInt(Fit::cells)
                        .thenComparingInt(fit -> -CANDIDATES.indexOf(fit.delimiter)))
                .orElseThrow()
                .delimiter;
    }

    /**
     * How well a delimiter fits.
     *
     * @param headings known ones in the best of the records
     * @param alike how many records have the commonest number of cells, if that is more than one
     * @param cells that number
     */
    private record Fit(char delimiter, int headings, int alike, int cells) {

        static Fit of(char delimiter, String sample, ReadingLimits limits) {
            Records records = new Records(new StringReader(sample), delimiter, limits);
            Map<Integer, Integer> sizes = new HashMap<>();
            int headings = 0;
            try {
                for (int i = 0; i < RECORDS && records.next(); i++) {
                    if (!records.blank() && records.fault() == null) {
                        headings = Math.max(headings, Columns.known(records.cells()));
                        sizes.merge(records.cells().length, 1, Integer::sum);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sizes.remove(1);
            int known = headings;
            return sizes.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(most -> new Fit(delimiter, known, most.getValue(), most.getKey()))
                    .orElse(new Fit(delimiter, known, 0, 1));
        }
    }
}
