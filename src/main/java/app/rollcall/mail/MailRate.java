package app.rollcall.mail;

import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many may leave now, on all nodes together: buckets in the database, filled by its clock, never beyond a second's worth. */
@Component
class MailRate {

    private static final String ALL = "";

    private final DatabaseClient database;
    private final MailProperties properties;

    MailRate(DatabaseClient database, MailProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /** Takes as many places as there are, at most so many. */
    Mono<Integer> take(int most) {
        return take(ALL, properties.perMinute(), most);
    }

    /** Takes one of the domain's places, if there is one. */
    Mono<Boolean> takeOne(String domain) {
        return take(domain, properties.perMinuteAndDomain(), 1).map(taken -> taken == 1);
    }

    /** How long one letter's place takes to come, at one domain. */
    Duration pace() {
        return Duration.ofMillis(60_000L / properties.perMinuteAndDomain());
    }

    /** Gives back places that were not needed. */
    Mono<Void> giveBack(int places) {
        return database.sql("UPDATE mail_rate SET tokens = tokens + :places WHERE scope = ''")
                .bind("places", places)
                .then();
    }

    /** Forgets domains nobody wrote to for an hour: their buckets are full. */
    Mono<Void> sweep() {
        return database.sql("DELETE FROM mail_rate WHERE scope <> '' AND at < clock_timestamp() - interval '1 hour'")
                .then();
    }

    private Mono<Integer> take(String scope, int perMinute, int most) {
        double perSecond = perMinute / 60.0;
        double capacity = Math.max(1, perSecond);
        return database.sql("INSERT INTO mail_rate (scope, tokens) VALUES (:scope, :capacity) ON CONFLICT DO NOTHING")
                .bind("scope", scope)
                .bind("capacity", capacity)
                .then()
                .then(database.sql("""
                                WITH held AS (
                                  SELECT least(:capacity,
                                    tokens + extract(epoch FROM clock_timestamp() - at)::float8 * :per_second) AS tokens
                                  FROM mail_rate WHERE scope = :scope FOR UPDATE)
                                UPDATE mail_rate r SET at = clock_timestamp(),
                                  tokens = held.tokens - least(:most, floor(held.tokens))
                                FROM held WHERE r.scope = :scope
                                RETURNING least(:most, floor(held.tokens))::integer
                                """)
                        .bind("scope", scope)
                        .bind("capacity", capacity)
                        .bind("per_second", perSecond)
                        .bind("most", most)
                        .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                        .one());
    }
}
