package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of a learner's record. */
@Component
class LearnerQuery {

    private final DatabaseClient database;

    LearnerQuery(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the learner was in the one status and is now in the other. */
    Mono<Boolean> moveStatus(PersonId learner, LearnerStatus from, LearnerStatus to) {
        return database.sql("""
                        UPDATE person SET status = :to, version = version + 1, changed_at = now()
                        WHERE id = :id AND learner AND status = :from
                        """)
                .bind("to", to.code())
                .bind("id", learner.value())
                .bind("from", from.code())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Those of the learners who were in the one status and are now in the other; held in the order of their ids, as everybody holds them. */
    Mono<List<PersonId>> moveStatus(Collection<PersonId> learners, LearnerStatus from, LearnerStatus to) {
        return database.sql("""
                        WITH held AS (
                          SELECT id FROM person WHERE id = ANY (:ids) AND learner AND status = :from ORDER BY id FOR NO KEY UPDATE)
                        UPDATE person p SET status = :to, version = p.version + 1, changed_at = now() FROM held WHERE p.id = held.id
                        RETURNING p.id
                        """)
                .bind("to", to.code())
                .bind("ids", learners.stream().map(PersonId::value).toArray(Long[]::new))
                .bind("from", from.code())
                .map(row -> new PersonId(Objects.requireNonNull(row.get(0, Long.class))))
                .all()
                .collectList();
    }

    /** Who changed this learner last, and into what. */
    Mono<Overtaken> lastChange(PersonId learner) {
        return database.sql("""
                        SELECT p.status, a.at, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS by
                        FROM person p
                        LEFT JOIN LATERAL (SELECT at, actor_id FROM audit_entry WHERE subject_kind = 'learner' AND subject_id = p.id
                                           ORDER BY id DESC LIMIT 1) a ON true
                        LEFT JOIN person b ON b.id = a.actor_id
                        WHERE p.id = :id AND p.learner
                        """)
                .bind("id", learner.value())
                .map(row -> {
                    OffsetDateTime at = row.get("at", OffsetDateTime.class);
                    return new Overtaken(
                            learner,
                            LearnerStatus.of(Objects.requireNonNull(row.get("status", String.class))),
                            row.get("by", String.class),
                            at == null ? null : at.toInstant());
                })
                .one();
    }
}
