package app.rollcall.job;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's time, by which all nodes judge whether another is still alive (rule R2): a machine whose own clock is an hour
 * off takes nobody's work. Between two looks the time is counted on from the last one, by the processor's steady count.
 */
@Component
@DependsOnDatabaseInitialization
class DatabaseClock implements Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final AtomicReference<Look> last;

    DatabaseClock(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        this.last = new AtomicReference<>(look());
    }

    /** @param nanos the steady count at that time */
    private record Look(Instant time, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    /** The answer was made some time between question and arrival: in the middle, for all we know. */
    private Look look() {
        long asked = System.nanoTime();
        OffsetDateTime time = database.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
        return new Look(time.toInstant(), asked + (System.nanoTime() - asked) / 2);
    }

    @Override
    public Instant now() {
        Look before = last.get();
        if (before.age().compareTo(LOOK_AGAIN) > 0) {
            try {
                last.set(look());
            } catch (DataAccessException e) {
                log.debug("The database does not tell the time; counting on", e);
                // Not at every call while it is away.
                last.compareAndSet(before, new Look(before.time().plus(before.age()), System.nanoTime()));
            }
        }
        Look now = last.get();
        return now.time().plus(now.age());
    }
}
