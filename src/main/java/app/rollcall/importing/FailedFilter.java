package app.rollcall.importing;

import app.rollcall.database.LikeText;

/**
 * Which of the failed rows are asked for.
 *
 * @param find occurs in the address or the employee ID, or is the line; empty for all
 * @param reason the typed reason; empty for all
 */
public record FailedFilter(String find, String reason) {

    private static final int LONGEST = 100;

    public static final FailedFilter ALL = new FailedFilter("", "");

    public FailedFilter {
        // PostgreSQL's text cannot hold NUL.
        find = find.replace('\0', ' ').strip();
        find = find.length() > LONGEST ? find.substring(0, LONGEST) : find;
    }

    public boolean all() {
        return find.isEmpty() && reason.isEmpty();
    }

    /** The text as a pattern for LIKE. */
    String pattern() {
        return LikeText.holding(find);
    }
}
