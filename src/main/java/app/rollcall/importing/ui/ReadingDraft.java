package app.rollcall.importing.ui;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.ColumnChoice;
import app.rollcall.importing.csv.ColumnChoice.Pick;
import app.rollcall.importing.csv.DialectChoice;
import app.rollcall.importing.csv.FileSample.FileColumn;
import app.rollcall.importing.csv.ReadingChoice;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A reading choice while it is made. What nobody changed stays to be found out.
 *
 * @param headless the first line is data; without effect while the reading is strict
 * @param picks kept while the reading is strict, but without effect then
 */
record ReadingDraft(
        @Nullable Charset charset, @Nullable Character delimiter, boolean strict, boolean headless, List<Pick> picks) {

    /** Headings as long as a sample shows them may be longer in the file. */
    private static final int LONGEST = 200;

    static ReadingDraft of(ReadingChoice choice) {
        ColumnChoice columns = choice.columns();
        return new ReadingDraft(
                choice.dialect().charset(),
                choice.dialect().delimiter(),
                columns != null && columns.strict(),
                columns != null && columns.headless(),
                columns == null ? List.of() : columns.picks());
    }

    ReadingChoice choice() {
        return new ReadingChoice(new DialectChoice(charset, delimiter), columns());
    }

    private @Nullable ColumnChoice columns() {
        if (strict) {
            return ColumnChoice.STRICT;
        }
        if (headless) {
            return ColumnChoice.headless(placed());
        }
        return picks.isEmpty() ? null : ColumnChoice.of(picks);
    }

    private List<Pick> placed() {
        return picks.stream().filter(pick -> pick.position() != null).toList();
    }

    /** In another charset, a heading with letters of its own would no longer be found by what it is called here. */
    ReadingDraft in(@Nullable Charset chosen, List<FileColumn> columns) {
        List<Pick> kept = located(columns, StandardCharsets.US_ASCII.newEncoder()::canEncode);
        return new ReadingDraft(chosen, delimiter, strict, headless, kept);
    }

    /** What passed for headings then was somebody's data: what was said of a column stays with its place. */
    ReadingDraft withoutHeadings(boolean chosen, List<FileColumn> columns) {
        return new ReadingDraft(charset, delimiter, strict, chosen, chosen ? located(columns, _ -> false) : picks);
    }

    /** The picks by their places, but for those whose headings tell them still. */
    private List<Pick> located(List<FileColumn> columns, Predicate<String> tells) {
        List<Pick> located = new ArrayList<>();
        for (Pick pick : picks) {
            String heading = pick.heading();
            if (heading == null || tells.test(heading)) {
                located.add(pick);
            } else {
                IntStream.range(0, columns.size())
                        .filter(at -> named(pick, columns.get(at).heading()))
                        .forEach(at -> located.add(Pick.at(at + 1, pick.column())));
            }
        }
        return located;
    }

    /** Cut otherwise, the file has other columns at the same places. */
    ReadingDraft cutAt(@Nullable Character chosen) {
        return new ReadingDraft(
                charset,
                chosen,
                strict,
                headless,
                picks.stream().filter(pick -> pick.heading() != null).toList());
    }

    ReadingDraft strictly(boolean chosen) {
        return new ReadingDraft(charset, delimiter, chosen, headless, picks);
    }

    /** @param at counted from 0 */
    ReadingDraft pick(int at, List<FileColumn> columns, @Nullable Column meaning) {
        String heading = columns.get(at).heading();
        List<Pick> now = new ArrayList<>(picks);
        now.removeIf(pick -> means(pick, at, heading));
        now.add(tells(heading, columns) ? Pick.named(heading, meaning) : Pick.at(at + 1, meaning));
        return new ReadingDraft(charset, delimiter, strict, headless, now);
    }

    /** Whether a heading finds its column, and no other. */
    private static boolean tells(String heading, List<FileColumn> columns) {
        return !heading.isBlank()
                && heading.length() < LONGEST
                && heading.indexOf('\uFFFD') < 0
                && columns.stream()
                                .filter(column -> column.heading().equalsIgnoreCase(heading))
                                .count()
                        == 1;
    }

    /** What a person said about a column; empty when nothing was said. */
    Optional<Pick> said(int at, String heading) {
        return picks.stream().filter(pick -> means(pick, at, heading)).findFirst();
    }

    private static boolean means(Pick pick, int at, String heading) {
        return Integer.valueOf(at + 1).equals(pick.position()) || named(pick, heading);
    }

    private static boolean named(Pick pick, String heading) {
        String name = pick.heading();
        return name != null && name.strip().equalsIgnoreCase(heading.strip());
    }
}
