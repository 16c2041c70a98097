package app.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class DatabaseClockTest {

    @Autowired
    private Clock clock;

    @Autowired
    private TestDatabase database;

    @Test
    @DisplayName("R2 the scheduler's time is the database's")
    void databaseTime() {
        Instant before = databaseTime("clock_timestamp()");
        assertThat(clock).isInstanceOf(DatabaseClock.class);
        assertThat(clock.now()).isCloseTo(before, within(1, ChronoUnit.SECONDS));
        assertThat(clock.now()).isAfterOrEqualTo(before.minusMillis(50));
    }

    private Instant databaseTime(String sql) {
        return OffsetDateTime.parse(database.text(
                        "SELECT to_char(" + sql + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"))
                .toInstant();
    }
}
