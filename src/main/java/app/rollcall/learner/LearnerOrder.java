package app.rollcall.learner;

/** The orders of the directory, each with an index of its own. */
public enum LearnerOrder {
    NAME("p.search", true),
    NAME_DESCENDING("p.search", false),
    EMAIL("p.email", true),
    EMAIL_DESCENDING("p.email", false);

    private final String column;
    private final boolean ascending;

    LearnerOrder(String column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    String sql() {
        String direction = ascending ? "" : " DESC";
        return column + direction + ", p.id" + direction;
    }
}
