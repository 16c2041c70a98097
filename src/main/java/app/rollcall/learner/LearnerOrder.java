package app.rollcall.learner;

import java.util.Arrays;
import java.util.Locale;

/** The orders of the directory, each with an index of its own. Who never signed in counts as longest ago. */
public enum LearnerOrder {
    NAME("p.search", true),
    NAME_DESCENDING("p.search", false),
    EMAIL("p.email", true),
    EMAIL_DESCENDING("p.email", false),
    LOGIN("p.last_login_at", true),
    LOGIN_DESCENDING("p.last_login_at", false),
    ADDED("p.created_at", true),
    ADDED_DESCENDING("p.created_at", false);

    private final String column;
    private final boolean ascending;

    LearnerOrder(String column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    String sql() {
        String nulls = column.equals("p.last_login_at") ? ascending ? " NULLS FIRST" : " NULLS LAST" : "";
        String direction = ascending ? "" : " DESC";
        return column + direction + nulls + ", p.id" + direction;
    }

    public boolean ascending() {
        return ascending;
    }

    /** The word in a URL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a URL asks for; anything unknown is by name. */
    public static LearnerOrder of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst()
                .orElse(NAME);
    }
}
