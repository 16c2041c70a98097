package app.rollcall.mail;

import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many may leave now, on all nodes together: buckets in the database, filled by its clock. */
@Component
class MailRate {

    private static final String ALL = "";

    /** A bucket holds so much: what comes in between two turns of the delivery, which are a second or two apart, is not lost. */
    private static final double SECONDS_KEPT = 3;

    /** Before a domain: until when its turns are booked. No domain begins so. */
    private static final String BOOKED = ">";

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

    /**
     * Books the next free turn at a domain whose places are used up, and says how long it is until then. Each letter of a long
     * queue is so put back once, instead of coming again and again to find no place.
     */
    Mono<Duration> book(String domain) {
        return database.sql("""
                        INSERT INTO mail_rate AS r (scope, tokens, at) VALUES (:scope, 0, clock_timestamp() + :pace * interval '1 millisecond')
                        ON CONFLICT (scope) DO UPDATE SET at = greatest(r.at, clock_timestamp()) + :pace * interval '1 millisecond'
                        RETURNING (extract(epoch FROM r.at - clock_timestamp()) * 1000)::bigint
                        """)
                .bind("scope", BOOKED + domain)
                .bind("pace", pace().toMillis())
                .map(row -> Duration.ofMillis(Objects.requireNonNull(row.get(0, Long.class))))
                .one();
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

    /** Forgets domains nobody wrote to for an hour: their buckets are full, and no turn is booked. */
    Mono<Void> sweep() {
        return database.sql("DELETE FROM mail_rate WHERE scope <> '' AND at < clock_timestamp() - interval '1 hour'")
                .then();
    }

    private Mono<Integer> take(String scope, int perMinute, int most) {
        double perSecond = perMinute / 60.0;
        double capacity = Math.max(1, perSecond * SECONDS_KEPT);
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
