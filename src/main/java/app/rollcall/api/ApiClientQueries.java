package app.rollcall.api;

import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@link ApiClients}. */
@Component
class ApiClientQueries {

    private final DatabaseClient database;

    ApiClientQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<ApiClientId> insert(PersonId by, ApiClientName name, ApiToken token, Collection<ApiScope> scopes) {
        return database.sql("""
                        INSERT INTO api_client (name, token_hash, token_start, scopes, created_by)
                        VALUES (:name, :hash, :start, :scopes, :by) RETURNING id
                        """)
                .bind("name", name.value())
                .bind("hash", token.hash())
                .bind("start", token.start())
                .bind("scopes", scopes.stream().sorted().map(ApiScope::code).toArray(String[]::new))
                .bind("by", by.value())
                .map(row -> new ApiClientId(number(row, "id")))
                .one();
    }

    /** Of several who revoke at once, one does. */
    Mono<Boolean> revoke(ApiClientId client) {
        return database.sql(
                        "UPDATE api_client SET revoked_at = clock_timestamp() WHERE id = :id AND revoked_at IS NULL")
                .bind("id", client.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<List<ApiClient>> all() {
        return database.sql("""
                        SELECT c.id, c.name, c.token_start, c.scopes, c.created_at, c.last_used_at,
                          coalesce(nullif(btrim(p.first_name || ' ' || p.last_name), ''), p.email::text) AS made_by
                        FROM api_client c JOIN person p ON p.id = c.created_by
                        WHERE c.revoked_at IS NULL ORDER BY lower(c.name), c.id
                        """)
                .map(row -> new ApiClient(
                        new ApiClientId(number(row, "id")),
                        text(row, "name"),
                        text(row, "token_start"),
                        scopes(row),
                        text(row, "made_by"),
                        Objects.requireNonNull(time(row, "created_at")),
                        time(row, "last_used_at")))
                .all()
                .collectList();
    }

    /**
     * A request of a client that is let in.
     *
     * @param requests how many it made in this minute, this one counted
     * @param secondsLeft of the minute
     */
    record Request(Caller caller, int requests, long secondsLeft) {}

    /** Finds, counts and notes in one statement, so that a request costs one; empty for a token that is not, or no longer, good. */
    Mono<Request> count(ApiToken token) {
        return database.sql("""
                        UPDATE api_client c SET last_used_at = now(), minute = greatest(c.minute, date_trunc('minute', now())),
                          requests = CASE WHEN c.minute >= date_trunc('minute', now()) THEN c.requests + 1 ELSE 1 END
                        FROM person p LEFT JOIN organisation o ON true
                        WHERE c.token_hash = :hash AND c.revoked_at IS NULL AND p.id = c.created_by AND p.status IN ('active', 'paused')
                        RETURNING c.id, c.scopes, c.requests, p.id AS person,
                          ceil(extract(epoch FROM c.minute + interval '1 minute' - now()))::bigint AS seconds_left,
                          coalesce(nullif(btrim(p.first_name || ' ' || p.last_name), ''), p.email::text) AS name,
                          coalesce(p.locale, o.locale, 'en') AS locale, coalesce(p.time_zone, o.time_zone, 'UTC') AS time_zone,
                          ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id) AS roles
                        """)
                .bind("hash", token.hash())
                .map(row -> new Request(
                        caller(row, new ApiClientId(number(row, "id"))),
                        Objects.requireNonNull(row.get("requests", Integer.class)),
                        Math.max(1, number(row, "seconds_left"))))
                .one();
    }

    Mono<Boolean> stillGood(ApiClientId client) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM api_client c JOIN person p ON p.id = c.created_by
                          WHERE c.id = :id AND c.revoked_at IS NULL AND p.status IN ('active', 'paused'))
                        """)
                .bind("id", client.value())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private static Caller caller(Readable row, ApiClientId client) {
        return new Caller(client, scopes(row), actor(row, client));
    }

    private static Actor actor(Readable row, ApiClientId client) {
        return new Actor(
                new PersonId(number(row, "person")),
                text(row, "name"),
                Arrays.stream(texts(row, "roles")).map(Role::of).collect(Collectors.toUnmodifiableSet()),
                Locale.forLanguageTag(text(row, "locale")),
                zone(text(row, "time_zone")),
                client.value());
    }

    /** A zone that this Java does not know must not lock anybody out. */
    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Set<ApiScope> scopes(Readable row) {
        return Arrays.stream(texts(row, "scopes")).map(ApiScope::of).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String[] texts(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String[].class));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
