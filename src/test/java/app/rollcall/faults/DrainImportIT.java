package app.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrainImportIT {

    private static final LearnerList LIST = new LearnerList(6_000);

    @Test
    @DisplayName("F17, R9: SIGTERM in the middle of an import ends the app in time, and the next start goes on")
    void stopped_in_the_middle_it_goes_on_after_the_next_start() throws Exception {
        try (WatchedImport watched = new WatchedImport(LIST, 50)) {
            watched.confirm();
            watched.until(seen -> seen.committed() > 500);
            assertThat(watched.stop()).isLessThan(Duration.ofSeconds(30));
            int run = watched.last().run();
            watched.rejoin();
            assertThat(watched.end().number("done")).isEqualTo(LIST.fresh() + LIST.known());
            assertThat(watched.last().run()).as("left, and taken up once").isEqualTo(run + 1);
        }
    }
}
