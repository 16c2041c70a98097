package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.time.OffsetDateTime;
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
