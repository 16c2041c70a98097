package app.rollcall.security;

import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts by PostgreSQL's clock, so that every node throttles alike. Each statement stands alone and is atomic. */
@Component
class ThrottleQueries {

    private final DatabaseClient database;

    ThrottleQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Counts one more for the subject and says true; or false, counting nothing, while it has to wait. */
    Mono<Boolean> take(String subject, int free, SignInSettings settings) {
        return database.sql("""
                        INSERT INTO sign_in_throttle AS t (subject, failures, last_failed_at)
                        VALUES (:subject, 1, clock_timestamp())
                        ON CONFLICT (subject) DO UPDATE SET
                          failures = CASE WHEN t.last_failed_at < clock_timestamp() - make_interval(secs => :forgotten)
                                          THEN 1 ELSE t.failures + 1 END,
                          last_failed_at = clock_timestamp()
                        WHERE t.failures < :free
                          OR t.last_failed_at < clock_timestamp() - make_interval(secs => :forgotten)
                          OR t.last_failed_at <= clock_timestamp()
                               - make_interval(secs => least(power(2, least(t.failures - :free, 30)), :longest))
                        RETURNING failures
                        """)
                .bind("subject", subject)
                .bind("free", free)
                .bind("longest", seconds(settings.longestWait()))
                .bind("forgotten", seconds(settings.forgottenAfter()))
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)) > 0)
                .one()
                .defaultIfEmpty(false);
    }

    /** Starts the subject anew, and sweeps out whatever no longer counts. */
    Mono<Long> forget(String subject, Duration forgottenAfter) {
        return database.sql("""
                        DELETE FROM sign_in_throttle WHERE subject = :subject
                          OR last_failed_at < clock_timestamp() - make_interval(secs => :forgotten)
                        """)
                .bind("subject", subject)
                .bind("forgotten", seconds(forgottenAfter))
                .fetch()
                .rowsUpdated();
    }

    /** Takes one count off the subject. */
    Mono<Void> giveBack(String subject) {
        return database.sql("UPDATE sign_in_throttle SET failures = greatest(failures - 1, 0) WHERE subject = :subject")
                .bind("subject", subject)
                .then();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
