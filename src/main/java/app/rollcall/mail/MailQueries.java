package app.rollcall.mail;

import app.rollcall.security.EmailAddress;
import app.rollcall.security.PersonId;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the outbox. */
@Component
class MailQueries {

    private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    MailQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Queues it, for somebody who may sign in; nothing for anybody else. */
    Mono<Long> queue(MailKind kind, PersonId to, Map<String, String> variables) {
        return database.sql("""
                        INSERT INTO mail (kind, person_id, recipient, variables)
                        SELECT :kind, id, email, :variables FROM person
                        WHERE id = :person AND status IN ('active', 'paused')
                        RETURNING id
                        """)
                .bind("kind", kind.code())
                .bind("variables", Json.of(json.writeValueAsString(variables)))
                .bind("person", to.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** Takes back what of this kind still waits for somebody. */
    Mono<Void> withdraw(MailKind kind, PersonId person) {
        return database.sql("""
                        UPDATE mail SET state = 'withdrawn'
                        WHERE person_id = :person AND kind = :kind AND state = 'queued'
                        """)
                .bind("person", person.value())
                .bind("kind", kind.code())
                .then();
    }

    /** Takes back what nobody is to get any more: the mail of the disabled, and links asked for so long ago. */
    Mono<Void> withdrawStale(Duration linkLife) {
        return database.sql("""
                        UPDATE mail m SET state = 'withdrawn' FROM person p
                        WHERE p.id = m.person_id AND m.state = 'queued' AND m.next_attempt_at <= clock_timestamp()
                          AND (p.status NOT IN ('active', 'paused')
                            OR m.kind = 'reset_password'
                              AND m.created_at < clock_timestamp() - make_interval(secs => :life))
                        """).bind("life", (double) linkLife.toSeconds()).then();
    }

    /** Claims what is due, the oldest first; two that ask at once get different ones. */
    Mono<List<Waiting>> claim(int most, Duration lease) {
        return database.sql("""
                        WITH due AS (
                          SELECT id FROM mail WHERE state = 'queued' AND next_attempt_at <= clock_timestamp()
                          ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED),
                        claimed AS (
                          UPDATE mail m SET state = 'sending',
                            lease_until = clock_timestamp() + make_interval(secs => :lease)
                          FROM due WHERE m.id = due.id
                          RETURNING m.id, m.kind, m.person_id, m.variables, m.created_at, m.message_key)
                        SELECT c.id, c.kind, c.person_id, p.email::text AS email, p.first_name, p.last_name,
                          coalesce(o.name, '') AS organisation, coalesce(p.locale, o.locale, 'en') AS locale,
                          coalesce(p.time_zone, o.time_zone, 'UTC') AS zone, c.variables, c.created_at, c.message_key
                        FROM claimed c JOIN person p ON p.id = c.person_id LEFT JOIN organisation o ON true
                        ORDER BY c.id
                        """)
                .bind("most", most)
                .bind("lease", (double) lease.toSeconds())
                .map(this::waiting)
                .all()
                .collectList();
    }

    Mono<Void> sent(long id) {
        return database.sql("""
                        UPDATE mail SET state = 'sent', sent_at = clock_timestamp(), lease_until = NULL, last_error = NULL
                        WHERE id = :id AND state = 'sending'
                        """).bind("id", id).then();
    }

    Mono<Void> bounced(long id, String reason) {
        return database.sql("""
                        UPDATE mail SET state = 'failed', failed_at = clock_timestamp(), lease_until = NULL,
                          last_error = :reason
                        WHERE id = :id AND state = 'sending'
                        """).bind("id", id).bind("reason", reason).then();
    }

    Mono<Void> later(long id, String reason, Duration after) {
        return database.sql("""
                        UPDATE mail SET state = 'queued', lease_until = NULL,
                          last_error = coalesce(nullif(:reason, ''), last_error),
                          next_attempt_at = clock_timestamp() + make_interval(secs => :after)
                        WHERE id = :id AND state = 'sending'
                        """)
                .bind("id", id)
                .bind("reason", reason)
                .bind("after", after.toMillis() / 1000.0)
                .then();
    }

    Mono<Long> sweepUnconfirmed() {
        return database.sql("""
                        UPDATE mail SET state = 'unconfirmed', failed_at = clock_timestamp(), lease_until = NULL
                        WHERE state = 'sending' AND lease_until < clock_timestamp()
                        """).fetch().rowsUpdated();
    }

    Flux<FailedLetter> failed(int most) {
        return database.sql("""
                        SELECT id, kind, recipient::text AS recipient, state, failed_at, coalesce(last_error, '') AS error FROM mail
                        WHERE state IN ('failed', 'unconfirmed') ORDER BY id DESC LIMIT :most
                        """)
                .bind("most", most)
                .map(row -> new FailedLetter(
                        MailBox.KIND,
                        number(row, "id"),
                        MailKind.of(text(row, "kind")),
                        text(row, "recipient"),
                        "unconfirmed".equals(text(row, "state")),
                        row.get("failed_at", Instant.class),
                        text(row, "error")))
                .all();
    }

    /**
     * Queues a failed one again, as a mail of its own with another Message-ID; whom it is for, or nothing when it is not failed any
     * more or its person may not sign in. A link to a password begins its life anew.
     */
    Mono<PersonId> again(long id) {
        return database.sql("""
                        UPDATE mail m SET state = 'queued', recipient = p.email, next_attempt_at = clock_timestamp(), failed_at = NULL, last_error = NULL,
                          message_key = gen_random_uuid(),
                          created_at = CASE m.kind WHEN 'reset_password' THEN clock_timestamp() ELSE m.created_at END
                        FROM person p WHERE m.id = :id AND m.state IN ('failed', 'unconfirmed') AND p.id = m.person_id
                          AND p.status IN ('active', 'paused')
                        RETURNING p.id
                        """)
                .bind("id", id)
                .map(row -> new PersonId(Objects.requireNonNull(row.get(0, Long.class))))
                .one();
    }

    /** Whether it may have arrived; held until the transaction ends, nothing when it is gone. */
    Mono<Boolean> holdUnconfirmed(long id) {
        return database.sql("SELECT state = 'unconfirmed' FROM mail WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    Mono<BoxCounts> counts() {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE state = 'queued') AS queued,
                          count(*) FILTER (WHERE state = 'sending') AS sending,
                          count(*) FILTER (WHERE state = 'sent' AND sent_at > now() - interval '24 hours') AS sent,
                          count(*) FILTER (WHERE state IN ('failed', 'unconfirmed')) AS failed,
                          min(created_at) FILTER (WHERE state = 'queued') AS oldest,
                          (SELECT last_error FROM mail WHERE last_error IS NOT NULL AND state <> 'withdrawn'
                           ORDER BY coalesce(failed_at, next_attempt_at) DESC LIMIT 1) AS error
                        FROM mail
                        """)
                .map(row -> new BoxCounts(
                        number(row, "queued"),
                        number(row, "sending"),
                        number(row, "sent"),
                        number(row, "failed"),
                        row.get("oldest", Instant.class),
                        row.get("error", String.class)))
                .one();
    }

    private Waiting waiting(Readable row) {
        return new Waiting(
                number(row, "id"),
                MailKind.of(text(row, "kind")),
                new PersonId(number(row, "person_id")),
                new EmailAddress(text(row, "email")),
                text(row, "first_name"),
                text(row, "last_name"),
                text(row, "organisation"),
                Locale.forLanguageTag(text(row, "locale").replace('_', '-')),
                zone(text(row, "zone")),
                json.readValue(
                        Objects.requireNonNull(row.get("variables", Json.class)).asString(), VARIABLES),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("message_key", UUID.class)));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
