package app.rollcall.learner;

import java.util.Arrays;
import java.util.Locale;

/**
 * The orders of the directory. Those by what stands in the person's own row have an index each, and are walked from any place
 * known in them; the others are worked out anew for each page. Who never signed in counts as longest ago; who has not joined has
 * no courses and no products (OM-17). Who told no location comes first.
 */
public enum LearnerOrder {
    NAME(Column.NAME, true),
    NAME_DESCENDING(Column.NAME, false),
    EMAIL(Column.EMAIL, true),
    EMAIL_DESCENDING(Column.EMAIL, false),
    LOGIN(Column.LOGIN, true),
    LOGIN_DESCENDING(Column.LOGIN, false),
    ADDED(Column.ADDED, true),
    ADDED_DESCENDING(Column.ADDED, false),
    STATUS(Column.STATUS, true),
    STATUS_DESCENDING(Column.STATUS, false),
    COURSES(Column.COURSES, true),
    COURSES_DESCENDING(Column.COURSES, false),
    COMPLETED(Column.COMPLETED, true),
    COMPLETED_DESCENDING(Column.COMPLETED, false),
    PRODUCTS(Column.PRODUCTS, true),
    PRODUCTS_DESCENDING(Column.PRODUCTS, false),
    LOCATION(Column.LOCATION, true),
    LOCATION_DESCENDING(Column.LOCATION, false);

    private static final String OF_PENDING = "CASE WHEN p.status = 'pending' THEN 0 ELSE coalesce(o.n, 0) END";

    private final Column column;
    private final boolean ascending;

    /** What is compared, and what has to be joined for it; the type to which a place's text is cast back. */
    private enum Column {
        NAME("p.search", "text", ""),
        EMAIL("p.email", "citext", ""),
        LOGIN("coalesce(p.last_login_at, '-infinity')", "timestamptz", ""),
        ADDED("p.created_at", "timestamptz", ""),
        STATUS("array_position(ARRAY['pending', 'active', 'paused', 'disabled'], p.status)", "", ""),
        COURSES(OF_PENDING, "", """
                LEFT JOIN (SELECT e.person_id, count(DISTINCT e.course_id) AS n FROM enrolment e
                           WHERE e.archived_at IS NULL GROUP BY e.person_id) o ON o.person_id = p.id
                """),
        COMPLETED(OF_PENDING, "", """
                LEFT JOIN (SELECT c.person_id, count(*) AS n
                           FROM (SELECT DISTINCT ON (person_id, course_id) person_id, completion FROM enrolment
                                 WHERE archived_at IS NULL ORDER BY person_id, course_id, attempt DESC) c
                           WHERE c.completion = 'completed' GROUP BY c.person_id) o ON o.person_id = p.id
                """),
        LOCATION("coalesce(plain_text(p.location), '')", "", ""),
        PRODUCTS(OF_PENDING, "", """
                LEFT JOIN (SELECT a.person_id, count(*) AS n FROM product_access a GROUP BY a.person_id) o ON o.person_id = p.id
                """);

        private final String sql;
        private final String type;
        private final String join;

        Column(String sql, String type, String join) {
            this.sql = sql;
            this.type = type;
            this.join = join;
        }
    }

    LearnerOrder(Column column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    /** For ORDER BY, with what makes it the order of a list: no two learners stand at the same place. */
    String sql() {
        return by(column.sql, ascending);
    }

    /** The same from its end. */
    String reversed() {
        return by(column.sql, !ascending);
    }

    /** The same for rows that were found with {@link #carried}. */
    String found() {
        return by(indexed() ? column.sql : "hit.carried", ascending);
    }

    private String by(String what, boolean upwards) {
        String direction = upwards ? "" : " DESC";
        return what + direction + (indexed() ? "" : ", p.search" + direction) + ", p.id" + direction;
    }

    /** Whether a page can be found from a place in the order. */
    boolean indexed() {
        return !column.type.isEmpty();
    }

    /** What was worked out to find a row, and is not to be worked out again to put a page in order. */
    String carried() {
        return indexed() ? "" : ", " + column.sql + " AS carried";
    }

    /** What of {@code p} is compared, beside the name and the id: more would have to be fetched from the table itself. */
    String compared() {
        return switch (column) {
            case EMAIL -> ", p.email";
            case LOGIN -> ", p.last_login_at";
            case ADDED -> ", p.created_at";
            case NAME, STATUS, COURSES, COMPLETED, PRODUCTS, LOCATION -> "";
        };
    }

    /** What the order needs beside the person. */
    String join() {
        return column.join;
    }

    /** What makes the place of {@code p} in this order, as text. */
    String place() {
        return indexed() ? "(" + column.sql + ")::text" : "NULL::text";
    }

    /** The condition that {@code p} stands at a place or further on in the walk's direction; values {@code :place}, {@code :placed}. */
    String from(boolean backwards) {
        return " AND (%s, p.id) %s (CAST(:place AS %s), :placed)"
                .formatted(column.sql, ascending == backwards ? "<=" : ">=", column.type);
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
