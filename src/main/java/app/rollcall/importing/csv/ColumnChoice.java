package app.rollcall.importing.csv;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about the columns of a file. Columns nobody picked are found out from their headings; a picked one is
 * obeyed whatever its heading looks like.
 *
 * @param strict the headings must be those of the {@link StrictSample}; then nothing is picked
 * @param headless the first line is data already; then columns are picked by their position only
 */
public record ColumnChoice(boolean strict, boolean headless, List<Pick> picks) {

    public static final ColumnChoice STRICT = new ColumnChoice(true, false, List.of());

    private static final String STRICTLY = "strict";
    private static final String HEADLESS = "headless";
    private static final String IGNORED = "-";

    public ColumnChoice {
        picks = List.copyOf(picks);
        if (strict && !picks.isEmpty()) {
            throw new IllegalArgumentException("A strict reading leaves nothing to pick");
        }
        if (headless && (strict || picks.stream().anyMatch(pick -> pick.heading() != null))) {
            throw new IllegalArgumentException("Without headings, columns are picked by their position");
        }
    }

    public static ColumnChoice of(List<Pick> picks) {
        return new ColumnChoice(false, false, picks);
    }

    /** Of a file whose first line is data. The addresses are found where nobody picked them, if one cell of that line is one. */
    public static ColumnChoice headless(List<Pick> picks) {
        return new ColumnChoice(false, true, picks);
    }

    /**
     * One column of the file.
     *
     * @param position counted from 1, or null to find the column by its heading
     * @param heading as written in the file, blanks around it and case do not count; null to find the column by its position
     * @param column what it is, or null to ignore it
     */
    public record Pick(
            @Nullable Integer position,
            @Nullable String heading,
            @Nullable Column column) {

        public Pick {
            if ((position == null) == (heading == null) || (position != null && position < 1)) {
                throw new IllegalArgumentException("A column is picked by its position, or by its heading");
            }
        }

        public static Pick at(int position, @Nullable Column column) {
            return new Pick(position, null, column);
        }

        public static Pick named(String heading, @Nullable Column column) {
            return new Pick(null, heading, column);
        }

        private boolean means(int at, String written) {
            return heading == null
                    ? Integer.valueOf(at).equals(position)
                    : written.strip().equalsIgnoreCase(heading.strip());
        }

        private String format() {
            String where = heading == null ? "#" + position : URLEncoder.encode(heading, StandardCharsets.UTF_8);
            return where + "=" + (column == null ? IGNORED : column.heading());
        }

        private static Pick parse(String text) {
            int split = text.lastIndexOf('=');
            if (split < 1) {
                throw new IllegalArgumentException("Not a picked column: " + text);
            }
            String what = text.substring(split + 1);
            Column column = what.equals(IGNORED) ? null : Column.valueOf(what.toUpperCase(Locale.ROOT));
            String where = text.substring(0, split);
            return where.startsWith("#")
                    ? at(Integer.parseInt(where.substring(1)), column)
                    : named(URLDecoder.decode(where, StandardCharsets.UTF_8), column);
        }
    }

    /** @param position counted from 1 */
    @Nullable
    Pick pick(int position, String heading) {
        for (Pick pick : picks) {
            if (pick.means(position, heading)) {
                return pick;
            }
        }
        return null;
    }

    /** With the addresses picked too, where the first line has one address and nobody said anything of it. */
    ColumnChoice withAddresses(String[] first) {
        boolean said = picks.stream().anyMatch(pick -> pick.column() == Column.EMAIL);
        List<Integer> found = IntStream.range(0, said ? 0 : first.length)
                .filter(at -> pick(at + 1, "") == null && Header.address(first[at]))
                .boxed()
                .toList();
        return found.size() == 1
                ? headless(Stream.concat(picks.stream(), Stream.of(Pick.at(found.getFirst() + 1, Column.EMAIL)))
                        .toList())
                : this;
    }

    /** The last position that was picked as anything, counted from 1; 0 when none was. */
    int width() {
        return picks.stream()
                .filter(pick -> pick.column() != null && pick.position() != null)
                .mapToInt(pick -> Objects.requireNonNullElse(pick.position(), 0))
                .max()
                .orElse(0);
    }

    /**
     * To be kept: {@code strict}, or {@code #2=email&Nachname=last_name&shoe+size=-}, or {@code headless&#2=email}; empty when
     * nothing was picked.
     */
    public String format() {
        Stream<String> picked = picks.stream().map(Pick::format);
        return strict
                ? STRICTLY
                : Stream.concat(headless ? Stream.of(HEADLESS) : Stream.empty(), picked)
                        .collect(Collectors.joining("&"));
    }

    /**
     * Reads back what {@link #format()} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static ColumnChoice parse(String text) {
        if (text.equals(STRICTLY)) {
            return STRICT;
        }
        List<String> parts = text.isEmpty() ? List.of() : List.of(text.split("&", -1));
        boolean headless = !parts.isEmpty() && parts.getFirst().equals(HEADLESS);
        List<Pick> picks =
                parts.stream().skip(headless ? 1 : 0).map(Pick::parse).toList();
        return headless ? headless(picks) : of(picks);
    }
}
