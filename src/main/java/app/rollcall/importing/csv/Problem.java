package app.rollcall.importing.csv;

/**
 * What is wrong with one row.
 *
 * @param column the heading of ours it concerns ({@code email}, {@code first_name}…), empty when it concerns the whole row
 * @param value the offending text, at most 200 characters, without control characters; for a wrong number of columns {@code found/expected}
 */
public record Problem(ProblemReason reason, String column, String value) {

    public Problem {
        value = Text.shown(value, 200);
    }

    static Problem in(Column column, ProblemReason reason, String value) {
        return new Problem(reason, column.heading(), value);
    }

    static Problem inRow(ProblemReason reason, String value) {
        return new Problem(reason, "", value);
    }
}
