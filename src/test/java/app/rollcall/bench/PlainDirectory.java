package app.rollcall.bench;

import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The control: the same page by SQL that somebody writes who knows the data and the one thing that is asked for. A list is read
 * from its nearer end. A search walks the order or collects its hits first, whichever is faster for this word.
 */
final class PlainDirectory {

    /** All that a row of the screen tells, and no more. */
    private static final String DRESSED = """
             SELECT p.id, p.email::text, p.first_name, p.last_name, p.status, p.last_login_at, p.created_at, p.location, p.asked_in_at,
                   i.state, i.queued_at, i.sent_at, i.opened_at, i.bounced_at, i.unconfirmed_at, i.expires_at, i.bounce_reason, i.send_after,
                   b.first_name, b.last_name,
                   (SELECT max(h.sent_at) FROM invitation h WHERE p.status = 'pending' AND h.person_id = p.id) AS last_sent,
                   (SELECT count(DISTINCT e.course_id) || '/' || count(DISTINCT e.course_id) FILTER (WHERE e.completion = 'completed')
                    FROM enrolment e WHERE e.person_id = p.id AND e.archived_at IS NULL) AS courses,
                   (SELECT count(*) FROM product_access a WHERE a.person_id = p.id) AS products,
                   (SELECT json_agg(json_build_array(c.name, c.hue) ORDER BY c.name) FROM person_category pc JOIN category c ON c.id = pc.category_id
                    WHERE pc.person_id = p.id) AS categories
            FROM hit JOIN person p ON p.id = hit.id
            LEFT JOIN invitation i ON p.status = 'pending' AND i.person_id = p.id AND i.state NOT IN ('accepted', 'revoked', 'superseded')
            LEFT JOIN person b ON b.id = i.invited_by
            """;

    private final DatabaseClient database;
    private final List<String> ways;
    private String best;

    PlainDirectory(
            DatabaseClient database, LearnerFilter filter, LearnerOrder order, long offset, long listed, int limit) {
        this.database = database;
        boolean backwards = !filter.searches() && offset > listed / 2;
        String by = by(order);
        String walk = backwards ? by(order, true) : by;
        long skip = backwards ? Math.max(0, listed - offset - limit) : offset;
        String where = " FROM person p WHERE p.learner AND p.status " + statuses(filter) + narrowed(filter);
        String walked = "WITH hit AS (SELECT p.id" + where + " ORDER BY " + walk + " OFFSET " + skip + " LIMIT " + limit
                + ")" + DRESSED + "ORDER BY " + by;
        String collected = "WITH m AS MATERIALIZED (SELECT p.id, p.search" + where
                + "), hit AS (SELECT p.id FROM m p ORDER BY " + by + " LIMIT " + limit + ")" + DRESSED + "ORDER BY "
                + by;
        ways = filter.searches() || filter.categories().chosen() ? List.of(walked, collected) : List.of(walked);
        best = walked;
    }

    /** @param taken how long one of the ways takes */
    void choose(Function<String, Double> taken) {
        List<String> sorted = new ArrayList<>(ways);
        sorted.sort(Comparator.comparing(taken));
        best = sorted.getFirst();
    }

    Mono<Void> page() {
        return page(best);
    }

    Mono<Void> page(String sql) {
        return database.sql(sql).fetch().all().then();
    }

    /** How many of them there are, by status. */
    static Mono<Void> counts(DatabaseClient database, LearnerFilter filter) {
        return database.sql("SELECT p.status, count(*) FROM person p WHERE p.learner" + narrowed(filter)
                        + " GROUP BY p.status")
                .fetch()
                .all()
                .then();
    }

    private static String narrowed(LearnerFilter filter) {
        String categories = filter.categories().ids().stream()
                .map(id -> " AND EXISTS (SELECT FROM person_category pc WHERE pc.person_id = p.id AND pc.category_id = "
                        + id + ")")
                .collect(Collectors.joining());
        return words(filter) + categories;
    }

    private static String statuses(LearnerFilter filter) {
        return switch (filter.status()) {
            case ALL -> "IN ('pending', 'active', 'paused')";
            case ACTIVE, PAUSED, PENDING, DISABLED -> "= '" + filter.status().code() + "'";
        };
    }

    private static String words(LearnerFilter filter) {
        return Stream.of(filter.search().split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> " AND p.search LIKE '%" + word.toLowerCase(Locale.ROOT) + "%'")
                .collect(Collectors.joining());
    }

    private static String by(LearnerOrder order) {
        return by(order, false);
    }

    private static String by(LearnerOrder order, boolean backwards) {
        String direction = order.ascending() == backwards ? " DESC" : "";
        String column = switch (order) {
            case ADDED, ADDED_DESCENDING -> "p.created_at";
            case LOGIN, LOGIN_DESCENDING -> "coalesce(p.last_login_at, '-infinity')";
            default -> "p.search";
        };
        return column + direction + ", p.id" + direction;
    }
}
