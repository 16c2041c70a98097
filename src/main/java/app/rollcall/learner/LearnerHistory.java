package app.rollcall.learner;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What happened to a learner, for those who may see them. What was given to many at once has one line in the audit, not one for
 * each: it is read from what they have.
 */
@Component
public class LearnerHistory {

    private static final String LINES = """
            SELECT h.at, h.what, coalesce(h.thing, '') AS thing, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS by
            FROM (
              SELECT a.at, a.verb AS what, coalesce(c.title, p.title) AS thing, nullif(a.actor_id, :learner) AS by, a.id
              FROM audit_entry a LEFT JOIN course c ON c.id = (a.details ->> 'course')::bigint LEFT JOIN product p ON p.id = (a.details ->> 'product')::bigint
              WHERE a.subject_kind IN ('learner', 'person') AND a.subject_id = :learner AND a.verb NOT IN ('enrolled', 'access_granted')
              UNION ALL SELECT e.assigned_at, 'enrolled', c.title, e.assigned_by, 0 FROM enrolment e JOIN course c ON c.id = e.course_id WHERE e.person_id = :learner
              UNION ALL SELECT e.completed_at, 'completed', c.title, NULL, 0 FROM enrolment e JOIN course c ON c.id = e.course_id
                WHERE e.person_id = :learner AND e.completed_at IS NOT NULL
              UNION ALL SELECT a.granted_at, 'access_granted', p.title, a.granted_by, 0 FROM product_access a JOIN product p ON p.id = a.product_id
                WHERE a.person_id = :learner
              UNION ALL SELECT created_at, 'added', NULL, NULL, 0 FROM person WHERE id = :learner) h
            LEFT JOIN person b ON b.id = h.by
            ORDER BY h.at DESC, h.id DESC OFFSET :offset LIMIT :limit
            """;

    private final DatabaseClient database;
    private final Rights rights;

    LearnerHistory(DatabaseClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /** The newest first, from {@code offset} (0 is the newest) on. */
    public Mono<List<HistoryLine>> page(Actor actor, PersonId learner, long offset, int limit) {
        return rights.require(actor, Permission.LIST_LEARNERS)
                .thenMany(database.sql(LINES)
                        .bind("learner", learner.value())
                        .bind("offset", offset)
                        .bind("limit", limit)
                        .map(row -> new HistoryLine(
                                Objects.requireNonNull(row.get("at", OffsetDateTime.class))
                                        .toInstant(),
                                Objects.requireNonNull(row.get("what", String.class)),
                                Objects.requireNonNull(row.get("thing", String.class)),
                                row.get("by", String.class)))
                        .all())
                .collectList();
    }
}
