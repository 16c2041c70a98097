package app.rollcall.importing.csv;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one row.
 *
 * @param column the heading of ours it concerns ({@code email}, {@code first_name}…), empty when it concerns the whole row
 * @param value the offending text, at most 200 characters, without control characters; for a wrong number of columns {@code found/expected}
 * @param fix what the cell most certainly was meant to say, good as it stands, or null
 */
public record Problem(
        ProblemReason reason,
        String column,
        String value,
        @Nullable String fix) {

    public Problem {
        value = Text.shown(value, 200);
    }

    public Problem(ProblemReason reason, String column, String value) {
        this(reason, column, value, null);
    }

    static Problem in(Column column, ProblemReason reason, String value) {
        return new Problem(reason, column.heading(), value);
    }

    static Problem in(Column column, Wrong wrong, String value) {
        return new Problem(wrong.reason(), column.heading(), value, wrong.fix());
    }

    static Problem inRow(ProblemReason reason, String value) {
        return new Problem(reason, "", value);
    }
}
