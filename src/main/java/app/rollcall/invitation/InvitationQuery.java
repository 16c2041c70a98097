package app.rollcall.invitation;

import app.rollcall.learner.InvitationState;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The statements about one person's invitation. Whoever ends or begins one holds the person first ({@link #hold}): accepting,
 * sending anew and taking back then come one after the other.
 */
@Component
class InvitationQuery {

    private final DatabaseClient database;
    private final InvitationSettings settings;

    InvitationQuery(DatabaseClient database, InvitationSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Where a person stands.
     *
     * @param current the invitation that counts; null for none
     * @param leaving being handed over this moment
     * @param due waits in the queue for its turn, and for nothing else
     * @param resendableAt null when it may be sent again now; who asked for it since the last mail need not wait (TI-16)
     */
    record Held(
            LearnerStatus status,
            @Nullable Long current,
            @Nullable InvitationState state,
            boolean leaving,
            boolean due,
            @Nullable Instant resendableAt,
            @Nullable Instant acceptedAt) {}

    /** Holds the person until the transaction ends, and reads what is true while held; nothing when gone. */
    Mono<Held> hold(PersonId person) {
        return database.sql("SELECT id FROM person WHERE id = :person AND learner FOR NO KEY UPDATE")
                .bind("person", person.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .flatMap(_ -> held(person));
    }

    private Mono<Held> held(PersonId person) {
        return database.sql("""
                        SELECT p.status, i.id, i.state, i.leased_until IS NOT NULL AS leaving, coalesce(i.send_after, i.queued_at) <= clock_timestamp() AS due,
                          CASE WHEN :hours > 0 AND l.at > now() - make_interval(hours => :hours) AND p.asked_in_at > l.at IS NOT TRUE
                            THEN l.at + make_interval(hours => :hours) END AS resendable_at,
                          l.accepted_at
                        FROM person p LEFT JOIN invitation i ON i.person_id = p.id AND i.state NOT IN ('accepted', 'revoked', 'superseded')
                        LEFT JOIN LATERAL (SELECT max(sent_at) AS at, max(accepted_at) AS accepted_at FROM invitation WHERE person_id = p.id) l ON true
                        WHERE p.id = :person
                        """)
                .bind("person", person.value())
                .bind("hours", settings.hoursBetween())
                .map(row -> held(row))
                .one();
    }

    private static Held held(Readable row) {
        String state = row.get("state", String.class);
        return new Held(
                LearnerStatus.of(Objects.requireNonNull(row.get("status", String.class))),
                row.get("id", Long.class),
                state == null ? null : InvitationState.of(state),
                Boolean.TRUE.equals(row.get("leaving", Boolean.class)),
                Boolean.TRUE.equals(row.get("due", Boolean.class)),
                time(row, "resendable_at"),
                time(row, "accepted_at"));
    }

    /** Queues a first invitation. */
    Mono<Void> queue(PersonId person, Actor by) {
        return database.sql("INSERT INTO invitation (person_id, invited_by) VALUES (:person, :by)")
                .bind("person", person.value())
                .bind("by", by.id().value())
                .then();
    }

    /** Lets one that waits for its day leave now. */
    Mono<Void> hasten(long invitation) {
        return database.sql("UPDATE invitation SET send_after = NULL WHERE id = :id AND state = 'queued'")
                .bind("id", invitation)
                .then();
    }

    /** Ends one and queues the next in its place: the old link is dead from the commit on. */
    Mono<Void> replace(long invitation, Actor by) {
        return database.sql("""
                        WITH old AS (
                          UPDATE invitation SET state = 'superseded', superseded_at = now(), ended_by = :by, leased_until = NULL
                          WHERE id = :id RETURNING person_id, message, life)
                        INSERT INTO invitation (person_id, kind, invited_by, message, life) SELECT person_id, 'reminder', :by, message, life FROM old
                        """)
                .bind("id", invitation)
                .bind("by", by.id().value())
                .then();
    }

    /**
     * Holds those of the people who are to be invited still, in the order of their ids, until the transaction ends; then reads who
     * of them has an invitation. Who is accepting it this moment is not among them (rule C3).
     */
    Mono<List<PersonId>> holdInvited(Collection<PersonId> people) {
        return database.sql("""
                        SELECT id FROM person WHERE id = ANY (:people) AND learner AND status = 'pending' ORDER BY id FOR NO KEY UPDATE
                        """)
                .bind("people", ids(people))
                .map(InvitationQuery::person)
                .all()
                .collectList()
                .flatMap(held -> database.sql("""
                                SELECT person_id FROM invitation
                                WHERE person_id = ANY (:people) AND state NOT IN ('accepted', 'revoked', 'superseded')
                                  AND NOT (state = 'opened' AND opened_at > now() - interval '30 minutes')
                                ORDER BY person_id
                                """)
                        .bind("people", ids(held))
                        .map(InvitationQuery::person)
                        .all()
                        .collectList());
    }

    /** Ends all that these people have for good, and notes the address's hash with all of them, for whoever is invited there again. */
    Mono<Void> revoke(Collection<PersonId> people, Actor by) {
        return database.sql("""
                        UPDATE invitation i SET
                          state = CASE WHEN i.state IN ('accepted', 'revoked', 'superseded') THEN i.state ELSE 'revoked' END,
                          revoked_at = CASE WHEN i.state IN ('accepted', 'revoked', 'superseded') THEN i.revoked_at ELSE now() END,
                          ended_by = CASE WHEN i.state IN ('accepted', 'revoked', 'superseded') THEN i.ended_by ELSE :by END,
                          leased_until = NULL, address_hash = sha256(convert_to(lower(p.email::text), 'UTF8'))
                        FROM person p WHERE p.id = ANY (:people) AND i.person_id = p.id
                        """)
                .bind("people", ids(people))
                .bind("by", by.id().value())
                .then();
    }

    /** Removes people who were nothing but invited, with what was prepared for them; nobody with a role, a password or a history. */
    Mono<Long> removeInvited(Collection<PersonId> people) {
        return database.sql("""
                        DELETE FROM person p WHERE p.id = ANY (:people) AND p.status = 'pending'
                          AND NOT EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id)
                          AND NOT EXISTS (SELECT FROM credential c WHERE c.person_id = p.id)
                          AND NOT EXISTS (SELECT FROM enrolment e WHERE e.person_id = p.id AND e.completion <> 'not_started')
                        """).bind("people", ids(people)).fetch().rowsUpdated();
    }

    /** All that ever was of a person's invitations, and of those to the same address before; the newest first. */
    Flux<PastInvitation> history(PersonId person) {
        return database.sql("""
                        SELECT i.state, i.kind, i.queued_at, i.sent_at, i.unconfirmed_at, i.opened_at, i.bounced_at, i.bounce_reason, i.accepted_at, i.expires_at,
                          i.revoked_at, i.superseded_at, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS by,
                          nullif(btrim(e.first_name || ' ' || e.last_name), '') AS ended_by
                        FROM person p JOIN invitation i ON i.person_id = p.id
                          OR i.person_id IS NULL AND i.address_hash = sha256(convert_to(lower(p.email::text), 'UTF8'))
                        LEFT JOIN person b ON b.id = i.invited_by LEFT JOIN person e ON e.id = i.ended_by
                        WHERE p.id = :person ORDER BY i.id DESC
                        """)
                .bind("person", person.value())
                .map(row -> new PastInvitation(
                        InvitationState.of(Objects.requireNonNull(row.get("state", String.class))),
                        "reminder".equals(row.get("kind", String.class)),
                        row.get("by", String.class),
                        row.get("ended_by", String.class),
                        Objects.requireNonNull(time(row, "queued_at")),
                        time(row, "sent_at"),
                        time(row, "unconfirmed_at"),
                        time(row, "opened_at"),
                        time(row, "bounced_at"),
                        row.get("bounce_reason", String.class),
                        time(row, "accepted_at"),
                        time(row, "expires_at"),
                        time(row, "revoked_at"),
                        time(row, "superseded_at")))
                .all();
    }

    private static Long[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Long[]::new);
    }

    private static PersonId person(Readable row) {
        return new PersonId(Objects.requireNonNull(row.get(0, Long.class)));
    }

    static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
