package app.rollcall.enrolment;

import java.util.Arrays;
import java.util.Locale;

/** The orders of a learner's courses (OM-59). Who has no score yet comes last either way. */
public enum LearnerCourseOrder {
    TITLE("title"),
    TITLE_DESCENDING("title DESC"),
    COMPLETION("progress, title"),
    COMPLETION_DESCENDING("progress DESC, title"),
    SCORE("score NULLS LAST, title"),
    SCORE_DESCENDING("score DESC NULLS LAST, title");

    private final String sql;

    LearnerCourseOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql + ", id";
    }

    /** The word in a URL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a URL asks for; anything unknown is by title. */
    public static LearnerCourseOrder of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst()
                .orElse(TITLE);
    }
}
