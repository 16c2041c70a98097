package app.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills an import many times where chance wants it, and holds what it comes to against one that was left alone. The seed
 * is printed; {@code -Drollcall.faults.seed=} repeats it, as far as a race can be repeated.
 */
final class KilledImports {

    /** While the file is read and checked nothing need be committed, and three runs without a commit park the job. */
    private static final int BEFORE_REVIEW = 2;

    /** The last kill is planned before this share of the rows, so that something is left to be killed. */
    private static final double REACH = 0.85;

    private final LearnerList list;
    private final int whileApplying;
    private final int chunkRows;
    private final int chunkMillis;
    private final Random random;

    /** @param chunkMillis about how long a chunk takes: a kill comes up to that much later than its chunk before */
    KilledImports(int kills, int rows, int chunkRows, int chunkMillis) {
        this.whileApplying = kills - BEFORE_REVIEW;
        this.list = new LearnerList(rows);
        this.chunkRows = chunkRows;
        this.chunkMillis = chunkMillis;
        long seed = Long.getLong("rollcall.faults.seed", System.nanoTime());
        this.random = new Random(seed);
        System.out.println("Kills are drawn with -Drollcall.faults.seed=" + seed);
    }

    void endLikeOneThatWasLeftAlone() throws Exception {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EndState> calm = beside.submit(this::leftAlone);
            EndState killed;
            try (WatchedImport watched = new WatchedImport(list, chunkRows)) {
                killed = killed(watched);
            }
            killed.assertNothingLostNothingDoubled(list);
            assertThat(killed).isEqualTo(calm.get());
        }
    }

    private EndState leftAlone() throws Exception {
        try (WatchedImport watched = new WatchedImport(list, chunkRows)) {
            watched.confirm();
            return watched.end();
        }
    }

    private EndState killed(WatchedImport watched) throws InterruptedException {
        watched.until(seen -> seen.step().equals("reading"));
        for (int kill = 1; kill <= BEFORE_REVIEW; kill++) {
            killWithin(watched, kill, Duration.ofMillis(400));
            watched.restart();
            int run = watched.last().run();
            boolean waits = watched.last().state().equals("review");
            watched.until(seen -> waits || seen.run() > run);
        }
        watched.confirm();
        for (int kill = 1; kill <= whileApplying; kill++) {
            long before = watched.last().committed();
            double share = REACH * (kill - 1 + random.nextDouble()) / whileApplying;
            long planned = (long) (share * list.rows());
            watched.until(seen -> seen.over() || (seen.committed() > before && seen.committed() >= planned));
            assertThat(watched.last().over())
                    .as("over before kill %d: more rows or smaller chunks are needed", kill)
                    .isFalse();
            killWithin(watched, BEFORE_REVIEW + kill, Duration.ofMillis(chunkMillis));
            watched.restart();
        }
        return watched.end();
    }

    private void killWithin(WatchedImport watched, int kill, Duration time) throws InterruptedException {
        watched.livesFor(Duration.ofNanos((long) (random.nextDouble() * time.toNanos())));
        Seen seen = watched.kill();
        System.out.printf(
                "kill %2d: %s/%s %d of %d committed, run %d%n",
                kill, seen.state(), seen.step(), seen.committed(), seen.total(), seen.run());
    }
}
