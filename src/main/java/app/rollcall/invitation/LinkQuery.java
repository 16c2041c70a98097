package app.rollcall.invitation;

import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The statements about the link in an invitation's mail, found by the hash of its token alone. */
@Component
class LinkQuery {

    /** Queued too: a mail may have arrived before we wrote down that it left, or although we heard nothing of it. */
    private static final String GOOD = """
            i.token_hash = :hash AND i.state NOT IN ('accepted', 'expired', 'revoked', 'superseded') AND i.expires_at > now()
            AND EXISTS (SELECT FROM person p WHERE p.id = i.person_id AND p.status = 'pending' AND p.email = i.sent_to)
            """;

    private final DatabaseClient database;

    LinkQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<InvitationLink> find(OneTimeToken token) {
        return database.sql("""
                        SELECT CASE
                            WHEN i.state = 'accepted' THEN 'ACCEPTED'
                            WHEN p.status = 'disabled' THEN 'DISABLED'
                            WHEN i.state = 'revoked' OR p.id IS NULL THEN 'REVOKED'
                            WHEN i.state = 'superseded' OR p.email IS DISTINCT FROM i.sent_to THEN 'SUPERSEDED'
                            WHEN p.status <> 'pending' THEN 'ACCEPTED'
                            WHEN i.state = 'expired' OR i.expires_at <= now() THEN 'EXPIRED'
                            ELSE 'OPEN' END AS link, coalesce(o.name, 'Rollcall') AS organisation,
                          p.email::text AS email, p.first_name, p.last_name, p.locale, p.time_zone, i.expires_at,
                          nullif(btrim(b.first_name || ' ' || b.last_name), '') AS inviter,
                          ARRAY(SELECT c.title FROM enrolment e JOIN course c ON c.id = e.course_id
                                WHERE e.person_id = p.id AND e.archived_at IS NULL ORDER BY c.title LIMIT 5) AS courses
                        FROM invitation i LEFT JOIN person p ON p.id = i.person_id LEFT JOIN person b ON b.id = i.invited_by LEFT JOIN organisation o ON true
                        WHERE i.token_hash = :hash
                        """)
                .bind("hash", token.hash())
                .map(LinkQuery::link)
                .one()
                .defaultIfEmpty(InvitationLink.dead(LinkState.UNKNOWN));
    }

    private static InvitationLink link(Readable row) {
        LinkState state = LinkState.valueOf(text(row, "link"));
        return state != LinkState.OPEN
                ? InvitationLink.dead(state)
                : new InvitationLink(
                        state,
                        new InvitationLink.Welcome(
                                text(row, "organisation"),
                                text(row, "email"),
                                text(row, "first_name"),
                                text(row, "last_name"),
                                row.get("inviter", String.class),
                                row.get("locale", String.class),
                                row.get("time_zone", String.class),
                                List.of(Objects.requireNonNull(row.get("courses", String[].class))),
                                Objects.requireNonNull(InvitationQuery.time(row, "expires_at"))));
    }

    /** Notes that the page was opened; the person, or nothing when the link is dead or this was noted within the last minute. */
    Mono<PersonId> opened(OneTimeToken token) {
        return database.sql(
                        "UPDATE invitation i SET state = 'opened', opened_at = now() WHERE " + GOOD
                                + " AND (i.state <> 'opened' OR i.opened_at < now() - interval '1 minute') RETURNING i.person_id")
                .bind("hash", token.hash())
                .map(LinkQuery::person)
                .one();
    }

    /** Holds the person whom the link is for until the transaction ends. */
    Mono<PersonId> hold(OneTimeToken token) {
        return database.sql("""
                        SELECT p.id FROM person p WHERE p.id = (SELECT person_id FROM invitation WHERE token_hash = :hash) FOR NO KEY UPDATE
                        """)
                .bind("hash", token.hash())
                .map(LinkQuery::person)
                .one();
    }

    /** Uses the link up, or nothing: of several at once, one gets it. Hold the person first. */
    Mono<PersonId> use(OneTimeToken token) {
        return database.sql(
                        "UPDATE invitation i SET state = 'accepted', accepted_at = now(), leased_until = NULL WHERE "
                                + GOOD + " RETURNING i.person_id")
                .bind("hash", token.hash())
                .map(LinkQuery::person)
                .one();
    }

    /** Makes an account of an invited person. What they say otherwise than we had it counts as set by hand. */
    Mono<PersonId> activate(PersonId person, NewAccount account, String passwordHash) {
        return database.sql("""
                        WITH account AS (
                          UPDATE person p SET status = 'active', first_name = :first, last_name = :last, locale = :locale, time_zone = :zone,
                            edited = nullif(ARRAY(SELECT DISTINCT f FROM unnest(coalesce(p.edited, '{}') || array_remove(ARRAY[
                              CASE WHEN p.first_name <> :first THEN 'first_name' END, CASE WHEN p.last_name <> :last THEN 'last_name' END,
                              CASE WHEN p.locale IS DISTINCT FROM :locale THEN 'locale' END,
                              CASE WHEN p.time_zone IS DISTINCT FROM :zone THEN 'timezone' END], NULL)) f ORDER BY f), '{}'),
                            version = version + 1, changed_at = now()
                          WHERE p.id = :person AND p.status = 'pending' RETURNING p.id)
                        INSERT INTO credential (person_id, password_hash) SELECT id, :password FROM account
                        ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, must_change = false, changed_at = now()
                        RETURNING person_id
                        """)
                .bind("person", person.value())
                .bind("first", account.firstName())
                .bind("last", account.lastName())
                .bind("locale", account.locale().toLanguageTag())
                .bind("zone", account.timeZone().getId())
                .bind("password", passwordHash)
                .map(LinkQuery::person)
                .one();
    }

    private static PersonId person(Readable row) {
        return new PersonId(Objects.requireNonNull(row.get(0, Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
