package app.rollcall.mail;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long a letter waits that was put off: longer each time, and after five days it is given up (RFC 5321, 4.5.4.1). */
@Component
class MailTries {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));
    private static final String GIVEN_UP_AFTER = "5 days";

    private final DatabaseClient database;

    MailTries(DatabaseClient database) {
        this.database = database;
    }

    /** Counts one more and gives the wait before the next; nothing when it is to be given up. */
    Mono<Optional<Duration>> putOff(Letter letter) {
        return database.sql("""
                        INSERT INTO mail_try AS t (message_key, tries) VALUES (:key, 1)
                        ON CONFLICT (message_key) DO UPDATE SET tries = t.tries + 1
                        RETURNING CASE WHEN first_at < clock_timestamp() - CAST(:limit AS interval) THEN 0 ELSE tries END
                        """)
                .bind("key", letter.messageKey())
                .bind("limit", GIVEN_UP_AFTER)
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one()
                .map(tries -> tries == 0
                        ? Optional.<Duration>empty()
                        : Optional.of(WAITS.get(Math.min(tries, WAITS.size()) - 1)));
    }

    /** It is over with this letter, well or not. */
    Mono<Void> forget(Letter letter) {
        return database.sql("DELETE FROM mail_try WHERE message_key = :key")
                .bind("key", letter.messageKey())
                .then();
    }
}
