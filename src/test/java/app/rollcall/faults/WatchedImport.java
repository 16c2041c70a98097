package app.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.journeys.LeftDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

/** One import in an app of its own, looked at from beside at every few milliseconds. */
final class WatchedImport implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String VALIDATE = "validate 1";
    private static final String CONFIRM = "confirm 1";

    private final Path data;
    private final int chunkRows;
    private Beside database;
    private AppProcess app;
    private Seen last;

    /** Starts an app on a new folder and puts the list into it. */
    WatchedImport(LearnerList list, int chunkRows) throws IOException {
        this.data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults-");
        this.chunkRows = chunkRows;
        this.app = AppProcess.start(data, chunkRows).awaitReady();
        this.database = new Beside(data);
        list.prepare(database);
        this.last = Seen.of(database);
        app.tell("upload " + list.write(data.resolve("list.csv")));
    }

    Seen last() {
        return last;
    }

    /** Looks until the import is so; nothing it shows on the way may be wrong. */
    Seen until(Predicate<Seen> so) throws InterruptedException {
        long start = System.nanoTime();
        while (!so.test(look())) {
            app.livesFor(LOOK_AGAIN);
            assertThat(System.nanoTime() - start)
                    .as("patience; last seen %s%n%s", last, app.lastWords())
                    .isLessThan(PATIENCE.toNanos());
        }
        return last;
    }

    /** Waits for the list, has it checked, and confirms it. */
    void confirm() throws InterruptedException {
        until(seen -> seen.state().equals("review"));
        app.awaitReady().tell(VALIDATE);
        until(seen -> seen.state().equals("review") && seen.step().equals("checking"));
        app.tell(CONFIRM);
        until(Seen::applying);
    }

    /** Waits for the end, and until the runner has crossed the task off its list. */
    EndState end() throws InterruptedException {
        until(Seen::over);
        EndState end = EndState.of(database);
        while (end.number("tasks") > 0) {
            app.livesFor(LOOK_AGAIN);
            end = EndState.of(database);
        }
        return end;
    }

    void livesFor(Duration time) throws InterruptedException {
        app.livesFor(time);
    }

    /** Gives what is committed after it. */
    Seen kill() throws InterruptedException {
        app.kill();
        return look();
    }

    /** Gives how long it took to stop. The embedded PostgreSQL stops too. */
    Duration stop() throws InterruptedException {
        return app.stop();
    }

    void restart() {
        app = AppProcess.start(data, chunkRows);
    }

    /** Starts app and database again after a stop. */
    void rejoin() {
        app = AppProcess.start(data, chunkRows).awaitReady();
        database = new Beside(data);
    }

    private Seen look() {
        Seen seen = Seen.of(database);
        assertThat(seen.state()).as("%s", seen).isNotIn("needs_attention", "failed", "paused");
        if (seen.applying()) {
            assertThat(seen.committed()).as("%s", seen).isBetween(0L, seen.total());
            assertThat(seen.settled()).as("rows with an outcome: %s", seen).isEqualTo(seen.committed());
            assertThat(seen.cursor()).as("%s", seen).isEqualTo(seen.committed());
            if (last.applying()) {
                assertThat(seen.committed()).as("after %s", last).isGreaterThanOrEqualTo(last.committed());
                assertThat(seen.run()).as("after %s", last).isGreaterThanOrEqualTo(last.run());
            }
        }
        last = seen;
        return seen;
    }

    @Override
    public void close() throws Exception {
        database.close();
        if (app.isAlive()) {
            app.stop();
        }
        LeftDatabase.stop(data);
    }
}
