package app.rollcall.invitation;

import app.rollcall.security.Actor;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The statements about many invitations. They take their rows in one order, so that two of them wait and do not deadlock. */
@Component
class WaitingQuery {

    private final DatabaseClient database;
    private final InvitationSettings settings;

    WaitingQuery(DatabaseClient database, InvitationSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Invitations that were never taken up and are not due; what was put off by a mail server is none of them. */
    Flux<WaitingBatch> batches() {
        return database.sql("""
                        SELECT w.batch, j.title, w.invitations, w.at FROM (
                          SELECT i.batch, count(*) AS invitations, nullif(min(i.send_after), 'infinity') AS at FROM invitation i
                          WHERE i.state = 'queued' AND i.leased_until IS NULL AND i.attempts = 0 AND coalesce(i.send_after, i.queued_at) > now()
                          GROUP BY i.batch) w LEFT JOIN job j ON j.id = w.batch
                        ORDER BY w.batch DESC NULLS LAST
                        """)
                .map(row -> new WaitingBatch(
                        row.get("batch", Long.class),
                        row.get("title", String.class),
                        Objects.requireNonNull(row.get("invitations", Long.class)),
                        InvitationQuery.time(row, "at")))
                .all();
    }

    Mono<Long> expired() {
        return database.sql("""
                        SELECT count(*) FROM invitation i JOIN person p ON p.id = i.person_id
                        WHERE i.state = 'expired' AND p.learner AND p.status = 'pending'
                          AND (i.sent_at IS NULL OR i.sent_at <= now() - make_interval(hours => :hours) OR p.asked_in_at > i.sent_at)
                        """)
                .bind("hours", settings.hoursBetween())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    Mono<Long> send(@Nullable Long batch, @Nullable Instant at) {
        OffsetDateTime date = at == null ? null : at.atOffset(ZoneOffset.UTC);
        return database.sql("""
                        WITH due AS (
                          SELECT i.id FROM invitation i
                          WHERE i.state = 'queued' AND i.leased_until IS NULL AND i.attempts = 0 AND coalesce(i.send_after, i.queued_at) > now()
                            AND i.batch IS NOT DISTINCT FROM :batch
                          ORDER BY i.id FOR NO KEY UPDATE)
                        UPDATE invitation i SET send_after = :at FROM due WHERE i.id = due.id
                        """)
                .bind("batch", batch == null ? Parameters.in(R2dbcType.BIGINT) : Parameters.in(R2dbcType.BIGINT, batch))
                .bind(
                        "at",
                        date == null
                                ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                                : Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, date))
                .fetch()
                .rowsUpdated();
    }

    /** Ends each and queues the next in its place, people first: as sending one anew does. */
    Mono<Long> resendExpired(Actor by) {
        return database.sql("""
                        WITH held AS MATERIALIZED (
                          SELECT p.id FROM person p
                          WHERE p.learner AND p.status = 'pending' AND EXISTS (SELECT FROM invitation i WHERE i.person_id = p.id AND i.state = 'expired'
                            AND (i.sent_at IS NULL OR i.sent_at <= now() - make_interval(hours => :hours) OR p.asked_in_at > i.sent_at))
                          ORDER BY p.id FOR NO KEY UPDATE),
                        old AS (
                          UPDATE invitation i SET state = 'superseded', superseded_at = now(), ended_by = :by FROM held
                          WHERE i.person_id = held.id AND i.state = 'expired' RETURNING i.person_id, i.message, i.life)
                        INSERT INTO invitation (person_id, kind, invited_by, message, life) SELECT person_id, 'reminder', :by, message, life FROM old
                        """)
                .bind("hours", settings.hoursBetween())
                .bind("by", by.id().value())
                .fetch()
                .rowsUpdated();
    }

    /** Ends what has lapsed by now, the first so many. */
    Mono<Long> expire(int most) {
        return database.sql("""
                        UPDATE invitation i SET state = 'expired' FROM (
                          SELECT id FROM invitation WHERE state IN ('sent', 'unconfirmed', 'opened') AND expires_at <= now()
                          ORDER BY expires_at LIMIT :most FOR NO KEY UPDATE SKIP LOCKED) over
                        WHERE i.id = over.id
                        """).bind("most", most).fetch().rowsUpdated();
    }
}
