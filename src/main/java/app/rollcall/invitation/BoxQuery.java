package app.rollcall.invitation;

import app.rollcall.mail.BoxCounts;
import app.rollcall.security.OneTimeToken;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The statements of invitations as mail. An outcome is written only for the mail it is the outcome of. */
@Component
class BoxQuery {

    private static final int LONGEST_REASON = 500;

    private final DatabaseClient database;
    private final InvitationSettings settings;

    BoxQuery(DatabaseClient database, InvitationSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * The first that are due, locked; those that another node is at are left to it. The disabled get no mail. While an import
     * fills the queue, PostgreSQL does not know yet how long it has grown, and would sort all of it for each mail.
     */
    Mono<List<Long>> due(int most) {
        return database.sql("SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off")
                .then()
                .then(first(most));
    }

    private Mono<List<Long>> first(int most) {
        return database.sql("""
                        SELECT i.id FROM invitation i
                        WHERE i.state = 'queued' AND i.leased_until IS NULL AND coalesce(i.send_after, i.queued_at) <= now()
                          AND EXISTS (SELECT FROM person p WHERE p.id = i.person_id AND p.status = 'pending')
                        ORDER BY coalesce(i.send_after, i.queued_at), i.id LIMIT :most FOR NO KEY UPDATE SKIP LOCKED
                        """)
                .bind("most", most)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList();
    }

    /** Claims these, each with a token of its own, and reads what their mails tell. Run it in the transaction that locked them. */
    Mono<List<DueInvitation>> claim(List<Long> ids, Duration lease) {
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        Map<Long, OneTimeToken> tokens =
                ids.stream().collect(Collectors.toMap(Function.identity(), _ -> OneTimeToken.mint()));
        return mark(ids, tokens, lease)
                .thenMany(database.sql("""
                                SELECT i.id, i.person_id, i.message_key, i.attempts, i.kind, i.expires_at, coalesce(i.message, '') AS message, p.email::text AS email,
                                  p.first_name, p.last_name, coalesce(p.locale, o.locale, 'en') AS locale, coalesce(p.time_zone, o.time_zone, 'UTC') AS zone,
                                  coalesce(o.name, 'Rollcall') AS organisation, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS inviter,
                                  ARRAY(SELECT title FROM (
                                    SELECT c.title FROM enrolment e JOIN course c ON c.id = e.course_id WHERE e.person_id = p.id AND e.archived_at IS NULL
                                    UNION SELECT d.title FROM product_access a JOIN product d ON d.id = a.product_id WHERE a.person_id = p.id) t
                                    ORDER BY title LIMIT 10) AS courses,
                                  ARRAY(SELECT string_agg(c.title, ', ' ORDER BY c.title) || ': ' || e.message FROM enrolment e JOIN course c ON c.id = e.course_id
                                    WHERE e.person_id = p.id AND e.archived_at IS NULL AND btrim(e.message) <> ''
                                    GROUP BY e.message ORDER BY min(c.title) LIMIT 10) AS notes
                                FROM invitation i JOIN person p ON p.id = i.person_id LEFT JOIN person b ON b.id = i.invited_by LEFT JOIN organisation o ON true
                                WHERE i.id = ANY(:ids)
                                """)
                        .bind("ids", ids.toArray(Long[]::new))
                        .map(row -> invitation(row, tokens))
                        .all())
                .sort(Comparator.comparingInt(due -> ids.indexOf(due.id())))
                .collectList();
    }

    /** A link lives from when it leaves. An import says until when; how long that was is kept before it is moved. */
    private Mono<Long> mark(List<Long> ids, Map<Long, OneTimeToken> tokens, Duration lease) {
        return database.sql("""
                        UPDATE invitation i SET token_hash = decode(t.hash, 'hex'), sent_to = p.email, leased_until = now() + make_interval(secs => :lease),
                          message_key = coalesce(i.message_key, gen_random_uuid()), attempts = i.attempts + 1,
                          life = coalesce(i.life, i.expires_at - i.queued_at, make_interval(secs => :life)),
                          expires_at = now() + coalesce(i.life, i.expires_at - i.queued_at, make_interval(secs => :life))
                        FROM unnest(:ids, :hashes) t (id, hash), person p WHERE i.id = t.id AND p.id = i.person_id
                        """)
                .bind("lease", (double) lease.toSeconds())
                .bind("life", (double) settings.expireAfter().toSeconds())
                .bind("ids", ids.toArray(Long[]::new))
                .bind(
                        "hashes",
                        ids.stream()
                                .map(id -> HexFormat.of()
                                        .formatHex(Objects.requireNonNull(tokens.get(id))
                                                .hash()))
                                .toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    private static DueInvitation invitation(Readable row, Map<Long, OneTimeToken> tokens) {
        long id = Objects.requireNonNull(row.get("id", Long.class));
        return new DueInvitation(
                id,
                Objects.requireNonNull(row.get("person_id", Long.class)),
                Objects.requireNonNull(row.get("message_key", UUID.class)),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                "reminder".equals(row.get("kind", String.class)),
                Objects.requireNonNull(tokens.get(id)),
                text(row, "email"),
                text(row, "first_name"),
                text(row, "last_name"),
                Locale.forLanguageTag(text(row, "locale")),
                zone(text(row, "zone")),
                text(row, "organisation"),
                row.get("inviter", String.class),
                text(row, "message"),
                List.of(Objects.requireNonNull(row.get("notes", String[].class))),
                List.of(Objects.requireNonNull(row.get("courses", String[].class))),
                Objects.requireNonNull(InvitationQuery.time(row, "expires_at")));
    }

    /** Whatever became of it meanwhile, it has left. The person, if still there. */
    Mono<Long> sent(long id, UUID key) {
        return outcome(
                "state = CASE WHEN state IN ('queued', 'unconfirmed') THEN 'sent' ELSE state END, sent_at = now()",
                id,
                key,
                "");
    }

    Mono<Long> bounced(long id, UUID key, String reason) {
        return outcome(
                "state = CASE WHEN state IN ('queued', 'unconfirmed') THEN 'bounced' ELSE state END, bounced_at = now(), bounce_reason = :reason",
                id,
                key,
                reason);
    }

    private Mono<Long> outcome(String change, long id, UUID key, String reason) {
        return database.sql(
                        "UPDATE invitation SET " + change
                                + ", leased_until = NULL, last_error = nullif(:reason, '') WHERE id = :id AND message_key = :key RETURNING coalesce(person_id, 0)")
                .bind("id", id)
                .bind("key", key)
                .bind("reason", shortened(reason))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .filter(person -> person > 0);
    }

    Mono<Void> later(long id, UUID key, String reason, Duration after) {
        return database.sql("""
                        UPDATE invitation SET leased_until = NULL, send_after = now() + make_interval(secs => :after),
                          last_error = coalesce(nullif(:reason, ''), last_error)
                        WHERE id = :id AND message_key = :key AND state = 'queued'
                        """)
                .bind("id", id)
                .bind("key", key)
                .bind("reason", shortened(reason))
                .bind("after", after.toMillis() / 1000.0)
                .then();
    }

    /** Those that were cut off; the people. */
    Flux<Long> sweep() {
        return database.sql("""
                        UPDATE invitation SET leased_until = NULL, unconfirmed_at = CASE WHEN state = 'queued' THEN now() END,
                          state = CASE WHEN state = 'queued' THEN 'unconfirmed' ELSE state END
                        WHERE leased_until < now() RETURNING CASE WHEN state = 'unconfirmed' THEN coalesce(person_id, 0) ELSE 0 END
                        """)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .filter(person -> person > 0);
    }

    Mono<BoxCounts> counts() {
        return database.sql("""
                        SELECT q.waiting, q.oldest, (SELECT count(*) FROM invitation WHERE leased_until IS NOT NULL) AS sending,
                          (SELECT count(*) FROM invitation WHERE sent_at > now() - interval '24 hours') AS sent,
                          (SELECT count(*) FROM invitation WHERE state IN ('bounced', 'unconfirmed')) AS failed,
                          coalesce((SELECT last_error FROM invitation WHERE state = 'queued' AND leased_until IS NULL AND last_error IS NOT NULL
                                    ORDER BY coalesce(send_after, queued_at) DESC LIMIT 1),
                                   (SELECT bounce_reason FROM invitation WHERE state = 'bounced' ORDER BY id DESC LIMIT 1)) AS error
                        FROM (SELECT count(*) AS waiting, min(queued_at) AS oldest FROM invitation
                              WHERE state = 'queued' AND leased_until IS NULL AND (coalesce(send_after, queued_at) <= now() OR attempts > 0)) q
                        """)
                .map(row -> new BoxCounts(
                        number(row, "waiting"),
                        number(row, "sending"),
                        number(row, "sent"),
                        number(row, "failed"),
                        InvitationQuery.time(row, "oldest"),
                        row.get("error", String.class)))
                .one();
    }

    private static String shortened(String reason) {
        String safe = reason.replace('\0', ' ');
        return safe.length() > LONGEST_REASON ? safe.substring(0, LONGEST_REASON) : safe;
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
