package app.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An import on a PostgreSQL of its own, with as many nodes around it as a test starts. */
final class NodesImport implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LearnerList list;
    private final int chunkRows;
    private final OwnPostgres postgres;
    private final List<AppProcess> nodes = new ArrayList<>();
    private Beside database;

    NodesImport(LearnerList list, int chunkRows, OwnPostgres postgres) {
        this.list = list;
        this.chunkRows = chunkRows;
        this.postgres = postgres;
    }

    NodesImport(LearnerList list, int chunkRows) throws IOException {
        this(list, chunkRows, OwnPostgres.start());
    }

    OwnPostgres postgres() {
        return postgres;
    }

    Beside database() {
        return database;
    }

    /** The first one makes the tables, and who is in them. */
    AppProcess node() {
        return node(postgres.url());
    }

    AppProcess node(String url) {
        AppProcess node = AppProcess.on(url, chunkRows).awaitReady();
        nodes.add(node);
        if (nodes.size() == 1) {
            database = new Beside(postgres);
            list.prepare(database);
        }
        return node;
    }

    /** One more, on a machine whose clock is an hour ahead. */
    AppProcess nodeAnHourAhead(Path faketime) {
        AppProcess node =
                AppProcess.anHourAhead(postgres.url(), chunkRows, faketime).awaitReady();
        nodes.add(node);
        return node;
    }

    /** Brings the list to where rows are applied. */
    void begin(AppProcess node) throws IOException, InterruptedException {
        node.tell("upload "
                + list.write(Files.createTempFile(Path.of("target").toAbsolutePath(), "faults-list-", ".csv")));
        until(seen -> seen.state().equals("review"));
        node.tell("validate 1");
        until(seen -> seen.state().equals("review") && seen.step().equals("checking"));
        node.tell("confirm 1");
        until(seen -> seen.applying() && seen.committed() > 0);
    }

    /** Looks until the import is so, and gives how long that took. */
    Duration until(Predicate<Seen> so) throws InterruptedException {
        long start = System.nanoTime();
        Seen seen = Seen.of(database);
        while (!so.test(seen)) {
            nodes.stream().filter(AppProcess::isAlive).findFirst().orElseThrow().livesFor(LOOK_AGAIN);
            assertThat(System.nanoTime() - start)
                    .as("patience; last seen %s%n%s", seen, nodes.getLast().lastWords())
                    .isLessThan(PATIENCE.toNanos());
            seen = Seen.of(database);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Seen seen() {
        return Seen.of(database);
    }

    /** How long it takes until more is committed than is now. */
    Duration goesOn() throws InterruptedException {
        long before = seen().committed();
        return until(seen -> seen.committed() > before || seen.over());
    }

    /** After the server was restarted. */
    void lookAgain() {
        database = new Beside(postgres);
    }

    /** Waits for the end; every row came to what it should, once. */
    EndState endsWell() throws InterruptedException {
        until(Seen::over);
        EndState end = EndState.of(database);
        while (end.number("tasks") > 0) {
            nodes.stream().filter(AppProcess::isAlive).findFirst().orElseThrow().livesFor(LOOK_AGAIN);
            end = EndState.of(database);
        }
        end.assertNothingLostNothingDoubled(list);
        return end;
    }

    @Override
    public void close() throws Exception {
        for (AppProcess node : nodes) {
            if (node.isAlive()) {
                node.kill();
            }
        }
        postgres.close();
    }
}
