package app.rollcall.learner;

import app.rollcall.audit.Verb;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The SQL of the directory. A page is found by its keys alone, in the order's index, from a place known there; only its rows are
 * dressed with categories, counts and invitation. A search looks near by first. What is not common there is collected, or
 * PostgreSQL would walk the order in hope of a rare word or category; only when there prove to be many hits does it walk on.
 */
@Component
class DirectoryQuery {

    private static final String IN_ORDER = """
            WITH hit AS (
              SELECT p.id %6$s FROM person p %1$s WHERE p.learner AND p.status = ANY (:statuses) %2$s %3$s
              ORDER BY %4$s OFFSET :skip LIMIT :rows)
            """;

    /** Workers for the last way are started only when it is gone: a condition in it would start them first, and then be asked. */
    private static final String SEARCHED = """
            WITH near AS MATERIALIZED (
              SELECT p.id FROM (SELECT p.id, p.search %6$s FROM person p
                                WHERE p.learner AND p.status = ANY (:statuses) %3$s ORDER BY %4$s LIMIT :near) p
              WHERE true %2$s ORDER BY %4$s OFFSET :skip LIMIT :rows),
            found AS MATERIALIZED (SELECT count(*) = :rows AS near, count(*) * 6 >= :rows AS soon FROM near),
            further AS MATERIALIZED (
              SELECT p.id FROM (SELECT p.id, p.search %6$s FROM person p
                                WHERE (SELECT soon AND NOT near FROM found) AND p.learner AND p.status = ANY (:statuses) %3$s
                                ORDER BY %4$s LIMIT :further) p
              WHERE true %2$s ORDER BY %4$s OFFSET :skip LIMIT :rows),
            reached AS MATERIALIZED (SELECT (SELECT near FROM found) OR count(*) = :rows AS walking FROM further),
            few AS MATERIALIZED (
              SELECT p.id, p.search %6$s FROM person p
              WHERE NOT (SELECT walking FROM reached) AND p.learner AND p.status = ANY (:statuses) %2$s %7$s LIMIT :many),
            common AS MATERIALIZED (SELECT CASE WHEN (SELECT walking FROM reached) THEN false ELSE (SELECT count(*) = :many FROM few) END AS word),
            hit AS (
              SELECT n.id FROM near n WHERE (SELECT near FROM found)
              UNION ALL
              SELECT f.id FROM further f WHERE (SELECT walking AND NOT near FROM reached, found)
              UNION ALL
              (SELECT p.id FROM few p WHERE NOT (SELECT walking FROM reached) AND NOT (SELECT word FROM common)
               ORDER BY %5$s OFFSET :offset LIMIT :limit)
              UNION ALL
              SELECT w.id FROM common LEFT JOIN (
                SELECT p.id FROM person p WHERE p.learner AND p.status = ANY (:statuses) %2$s %3$s
                ORDER BY %4$s OFFSET :skip LIMIT :rows) w ON true
              WHERE common.word)
            """;

    /**
     * Among so many rows from where a screen is, the hits of a common word are found sooner than in any other way. A rare word pays
     * for this look in vain.
     */
    private static final int NEAR = 6_000;

    /** Where the look near by came to a sixth of a page, the rest of it is found among so many rows, sooner than all hits are collected. */
    private static final int FURTHER = 40_000;

    /** Whether somebody is in a category is looked up for each of them, so fewer are looked at. */
    private static final int NEAR_IN_CATEGORIES = 1_500;

    /** As {@link #FURTHER}, for categories: from a sixth of a page among the first it is some eight times as far to the rest of it. */
    private static final int FURTHER_IN_CATEGORIES = 12_000;

    /** From so many hits on the order's index comes to a page of them sooner than all of them are collected. */
    private static final int COMMON = 10_000;

    private static final String DRESSED = """
            SELECT p.id, p.email::text AS email, p.first_name, p.last_name, p.status, p.last_login_at,
                   i.state AS invitation, i.queued_at AS invited_at, i.expires_at, i.bounce_reason, nullif(i.send_after, 'infinity') AS send_after,
                   CASE i.state WHEN 'sent' THEN i.sent_at WHEN 'opened' THEN i.opened_at WHEN 'bounced' THEN i.bounced_at
                     WHEN 'unconfirmed' THEN i.unconfirmed_at WHEN 'expired' THEN i.expires_at ELSE i.sent_at END AS since,
                   i.state = 'queued' AND i.send_after = 'infinity' AS held_back,
                   i.state = 'opened' AND i.opened_at > now() - interval '30 minutes' AS accepting,
                   p.created_at AS added_at, p.location, l.at AS last_sent,
                   CASE WHEN p.status = 'pending' AND (p.asked_in_at > l.at IS NOT FALSE) THEN p.asked_in_at END AS asked_in,
                   nullif(btrim(b.first_name || ' ' || b.last_name), '') AS invited_by,
                   e.courses, e.completed,
                   (SELECT count(*) FROM product_access a WHERE a.person_id = p.id) AS products,
                   ARRAY(SELECT c.name::text FROM person_category pc JOIN category c ON c.id = pc.category_id
                         WHERE pc.person_id = p.id ORDER BY c.name) AS category_names,
                   ARRAY(SELECT c.hue::int FROM person_category pc JOIN category c ON c.id = pc.category_id
                         WHERE pc.person_id = p.id ORDER BY c.name) AS category_hues, %1$s AS place
            FROM hit JOIN person p ON p.id = hit.id
            LEFT JOIN invitation i ON p.status = 'pending' AND i.person_id = p.id AND i.state NOT IN ('accepted', 'revoked', 'superseded')
            LEFT JOIN person b ON b.id = i.invited_by
            LEFT JOIN LATERAL (SELECT max(h.sent_at) AS at FROM invitation h WHERE p.status = 'pending' AND h.person_id = p.id) l ON true
            LEFT JOIN LATERAL (SELECT count(*) AS courses, count(*) FILTER (WHERE n.completion = 'completed') AS completed
                               FROM (SELECT DISTINCT ON (course_id) completion FROM enrolment WHERE person_id = p.id AND archived_at IS NULL
                                     ORDER BY course_id, attempt DESC) n) e ON true
            """;

    private final DatabaseClient database;

    DirectoryQuery(DatabaseClient database) {
        this.database = database;
    }

    /** What a page says: its rows and, where the order can be walked from there, their places in it. */
    record Page(List<LearnerRow> rows, List<Trail.Place> places) {}

    /** @param known how to reach it; heeded only where the order has an index */
    Mono<Page> page(LearnerFilter filter, LearnerOrder order, long offset, int limit, Trail.Way known) {
        Narrowing narrowing = Narrowing.of(filter);
        boolean searched = narrowing.rare() && order.indexed();
        Trail.Way way = order.indexed() ? known : new Trail.Way(null, false, offset, limit);
        String hits = (searched ? SEARCHED : IN_ORDER)
                .formatted(
                        order.join(),
                        narrowing.sql(),
                        way.from() == null ? "" : order.from(way.backwards()),
                        way.backwards() ? order.reversed() : order.sql(),
                        order.sql(),
                        searched ? order.compared() : order.carried(),
                        narrowing.byPairs());
        GenericExecuteSpec sql = narrowing
                .bind(database.sql(hits + DRESSED.formatted(order.place()) + "ORDER BY " + order.found()))
                .bind("statuses", filter.status().codes())
                .bind("skip", way.skip())
                .bind("rows", way.rows());
        if (searched) {
            boolean named = !narrowing.words().isEmpty();
            sql = sql.bind("near", named ? NEAR : NEAR_IN_CATEGORIES)
                    .bind("further", named ? FURTHER : FURTHER_IN_CATEGORIES)
                    .bind("many", COMMON)
                    .bind("offset", offset)
                    .bind("limit", limit);
        }
        if (way.from() != null) {
            sql = sql.bind("place", way.from().text()).bind("placed", way.from().id());
        }
        return sql.map(DirectoryQuery::placed)
                .all()
                .collectList()
                .map(found -> new Page(
                        found.stream().map(Placed::row).toList(),
                        found.stream()
                                .map(Placed::place)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /** A row with its place in the order, where that can be walked from. */
    private record Placed(LearnerRow row, Optional<Trail.Place> place) {}

    private static Placed placed(Readable row) {
        LearnerRow learner = LearnerRows.row(row);
        return new Placed(
                learner,
                Optional.ofNullable(row.get("place", String.class))
                        .map(text -> new Trail.Place(text, learner.id().value())));
    }

    /** Every so many rows a place in the order, by the number of its row, from 0. */
    Mono<NavigableMap<Long, Trail.Place>> places(LearnerFilter filter, LearnerOrder order, int apart) {
        Narrowing narrowing = Narrowing.of(filter);
        String sql = """
                SELECT m.n, p.id, %1$s AS place
                FROM (SELECT p.id, row_number() OVER (ORDER BY %2$s) - 1 AS n FROM person p
                      WHERE p.learner AND p.status = ANY (:statuses) %3$s) m
                JOIN person p ON p.id = m.id
                WHERE m.n %% :apart = 0
                """;
        return narrowing
                .bind(database.sql(sql.formatted(order.place(), order.sql(), narrowing.sql())))
                .bind("statuses", filter.status().codes())
                .bind("apart", apart)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("n", Long.class)),
                        new Trail.Place(
                                LearnerRows.text(row, "place"), Objects.requireNonNull(row.get("id", Long.class)))))
                .all()
                .collect(TreeMap::new, (places, place) -> places.put(place.getKey(), place.getValue()));
    }

    Mono<List<LearnerRow>> rows(Collection<PersonId> ids) {
        return database.sql("WITH hit AS (SELECT unnest(:ids) AS id) " + DRESSED.formatted("NULL::text")
                        + "WHERE p.learner")
                .bind("ids", ids.stream().map(PersonId::value).toArray(Long[]::new))
                .map(LearnerRows::row)
                .all()
                .collectList();
    }

    Mono<LearnerCounts> counts(LearnerFilter filter) {
        Narrowing narrowing = Narrowing.of(filter);
        String sql = "SELECT p.status, count(*) AS learners FROM person p WHERE p.learner %s GROUP BY p.status";
        return narrowing
                .bind(database.sql(sql.formatted(narrowing.sql())))
                .map(row -> Map.entry(
                        LearnerStatus.of(Objects.requireNonNull(row.get("status", String.class))),
                        Objects.requireNonNull(row.get("learners", Long.class))))
                .all()
                .collect(
                        () -> new EnumMap<LearnerStatus, Long>(LearnerStatus.class),
                        (counts, entry) -> counts.put(entry.getKey(), entry.getValue()))
                .map(counts -> new LearnerCounts(
                        counts.getOrDefault(LearnerStatus.PENDING, 0L),
                        counts.getOrDefault(LearnerStatus.ACTIVE, 0L),
                        counts.getOrDefault(LearnerStatus.PAUSED, 0L),
                        counts.getOrDefault(LearnerStatus.DISABLED, 0L)));
    }

    Mono<Long> shown(LearnerFilter filter, Collection<PersonId> ids) {
        Narrowing narrowing = Narrowing.of(filter);
        String sql =
                "SELECT count(*) FROM person p WHERE p.id = ANY (:ids) AND p.learner AND p.status = ANY (:statuses) %s";
        return narrowing
                .bind(database.sql(sql.formatted(narrowing.sql())))
                .bind("ids", ids.stream().map(PersonId::value).toArray(Long[]::new))
                .bind("statuses", filter.status().codes())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    Mono<Deed> deed(long auditId) {
        return database.sql("""
                        SELECT a.actor_id, a.verb, a.subject_count, a.at, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS by,
                               CASE WHEN p.status = 'pending' THEN p.email::text
                                    ELSE coalesce(nullif(btrim(p.first_name || ' ' || p.last_name), ''), p.email::text) END AS learner
                        FROM audit_entry a LEFT JOIN person b ON b.id = a.actor_id LEFT JOIN person p ON p.id = a.subject_id
                        WHERE a.id = :id AND a.subject_kind = 'learner'
                        """)
                .bind("id", auditId)
                .map(row -> new Deed(
                        row.get("by", String.class),
                        Objects.requireNonNullElse(row.get("actor_id", Long.class), 0L),
                        Verb.of(LearnerRows.text(row, "verb")),
                        row.get("learner", String.class),
                        Objects.requireNonNull(row.get("subject_count", Long.class)),
                        Objects.requireNonNull(LearnerRows.time(row, "at"))))
                .one();
    }
}
