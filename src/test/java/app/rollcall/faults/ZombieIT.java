package app.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ZombieIT {

    private static final Duration WAKES_WITHIN = Duration.ofSeconds(30);

    @Test
    @DisplayName("F13, R3: a node that stood still longer than its lease finds the job another's, and writes nothing")
    void zombie() throws Exception {
        try (NodesImport nodes = new NodesImport(new LearnerList(10_000), 50)) {
            AppProcess first = nodes.node();
            nodes.begin(first);
            first.freeze();
            int run = nodes.seen().run();
            assertThat(nodes.seen().over()).as("frozen in the middle").isFalse();
            long frozen = System.nanoTime();
            AppProcess second = nodes.node();
            nodes.until(seen -> seen.run() > run);
            Duration taken = Duration.ofNanos(System.nanoTime() - frozen);
            nodes.goesOn();
            first.thaw();
            first.says("no longer belongs to run", WAKES_WITHIN);
            nodes.endsWell();
            assertThat(nodes.seen().run())
                    .as("taken up once more, not again and again")
                    .isEqualTo(run + 1);
            assertThat(second.isAlive()).isTrue();
            FaultReport.line(
                    "F13",
                    "node frozen past its lease, then woken; another started meanwhile",
                    taken,
                    "fenced; the other node finished");
        }
    }
}
