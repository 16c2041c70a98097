package app.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults of the database, the network and other nodes, in the middle of an import: {@code ./mvnw -Pfaults verify}. */
class FaultsFullIT {

    private static final LearnerList LIST = new LearnerList(20_000);
    private static final int CHUNK = 100;
    private static final Duration QUICK = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    @DisplayName("F3: the database is restarted at once; the import goes on within 15 s, the app stays")
    void restarted() throws Exception {
        try (NodesImport nodes = new NodesImport(LIST, CHUNK)) {
            AppProcess node = nodes.node();
            nodes.begin(node);
            nodes.postgres().restartAtOnce();
            nodes.lookAgain();
            Duration back = soonGoesOn(nodes);
            nodes.endsWell();
            FaultReport.line("F3", "PostgreSQL restarted (immediate)", back, "went on, same app");
        }
    }

    @Test
    @DisplayName(
            "F4: connections are cut one by one and all at once, the listener's too; screens are told to read again")
    void cutConnections() throws Exception {
        try (NodesImport nodes = new NodesImport(LIST, CHUNK)) {
            AppProcess node = nodes.node();
            nodes.begin(node);
            nodes.database()
                    .row(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rollcall' LIMIT 1");
            nodes.goesOn();
            nodes.database()
                    .row(
                            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'rollcall%'");
            Duration back = soonGoesOn(nodes);
            long committed = nodes.seen().committed();
            nodes.endsWell();
            assertThat(node.says("saw 1 completed_with_errors", QUICK))
                    .as("seen by the listener")
                    .isNotEmpty();
            FaultReport.line(
                    "F4",
                    "connections ended, one and all",
                    back,
                    "chunk tried again at " + committed + " rows; listener is back");
        }
    }

    @Test
    @DisplayName("F5: the database stands still for a minute; then all goes on, and no call hangs for ever")
    void frozenDatabase() throws Exception {
        try (NodesImport nodes = new NodesImport(LIST, CHUNK)) {
            AppProcess node = nodes.node();
            nodes.begin(node);
            nodes.postgres().freeze();
            node.livesFor(Duration.ofMinutes(1));
            nodes.postgres().thaw();
            Duration back = goesOnForAll(nodes, node);
            FaultReport.line("F5", "PostgreSQL stopped (SIGSTOP) for 60 s", back, "went on; 20 screens read at once");
        }
    }

    @Test
    @DisplayName("F6: the network to the database is cut for 30 s; then all goes on")
    void cutNetwork() throws Exception {
        try (OwnPostgres postgres = OwnPostgres.start();
                TcpProxy wire = new TcpProxy(postgres.port());
                NodesImport nodes = new NodesImport(LIST, CHUNK, postgres)) {
            AppProcess node = nodes.node(postgres.url(wire.port()));
            nodes.begin(node);
            wire.cut();
            node.livesFor(Duration.ofSeconds(30));
            wire.mend();
            Duration back = goesOnForAll(nodes, node);
            FaultReport.line("F6", "network cut for 30 s", back, "went on; 20 screens read at once");
        }
    }

    @Test
    @DisplayName("F9: the database's disk is full; nothing is half-written, and with room again it goes on")
    void fullDisk() throws Exception {
        Path disk = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults-disk-");
        assumeTrue(mounted(disk), "a small disk can be mounted only by root");
        try {
            try (OwnPostgres postgres = new OwnPostgres(disk.resolve("postgres"));
                    NodesImport nodes = new NodesImport(LIST, CHUNK, postgres)) {
                AppProcess node = nodes.node();
                nodes.begin(node);
                Path filler = fill(disk);
                node.says("No space left", LONG);
                long stuck = nodes.seen().committed();
                node.livesFor(Duration.ofSeconds(2));
                assertThat(node.isAlive()).isTrue();
                Files.delete(filler);
                node.tell("resume 1");
                Duration back = nodes.goesOn();
                nodes.endsWell();
                FaultReport.line(
                        "F9", "disk of the data full", back, "stood at " + stuck + " rows; went on with room again");
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static Duration soonGoesOn(NodesImport nodes) throws InterruptedException {
        Duration back = nodes.goesOn();
        assertThat(back).isLessThan(QUICK);
        return back;
    }

    /** The import, and the screens: none of their reads hangs on what has been. */
    private static Duration goesOnForAll(NodesImport nodes, AppProcess node) throws Exception {
        Duration back = soonGoesOn(nodes);
        node.tell("crowd 20");
        node.says("crowd 20 read", QUICK);
        nodes.endsWell();
        return back;
    }

    private static boolean mounted(Path disk) throws IOException, InterruptedException {
        return System.getProperty("user.name").equals("root")
                && run("mount", "-t", "tmpfs", "-o", "size=192m,mode=0777", "none", disk.toString());
    }

    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] megabyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    @DisplayName(
            "F11, R2: a node whose clock is an hour ahead takes no work from a living one, and does its own in time")
    void wrongClock() throws Exception {
        Path faketime = Path.of(System.getenv().getOrDefault("ROLLCALL_FAKETIME", "libfaketimeMT.so.1"));
        assumeTrue(Files.exists(faketime), "ROLLCALL_FAKETIME must name libfaketimeMT.so.1");
        try (NodesImport nodes = new NodesImport(LIST, 20)) {
            AppProcess first = nodes.node();
            nodes.begin(first);
            int run = nodes.seen().run();
            AppProcess ahead = nodes.nodeAnHourAhead(faketime);
            nodes.endsWell();
            assertThat(nodes.seen().run()).as("nobody took it away").isEqualTo(run);
            assertThat(ahead.isAlive()).isTrue();
            FaultReport.line("F11", "a second node, its clock an hour ahead", Duration.ZERO, "no lease stolen");
        }
    }

    @Test
    @DisplayName("F12, LV-08: of two nodes one runs the import; it is killed, and the other ends it, seen live there")
    void twoNodes() throws Exception {
        try (NodesImport nodes = new NodesImport(LIST, CHUNK)) {
            AppProcess first = nodes.node();
            AppProcess second = nodes.node();
            nodes.begin(first);
            second.says("saw 1 running", QUICK);
            int run = nodes.seen().run();
            // Whichever of the two took it up is killed: its name is in the scheduler's row.
            first.kill();
            Duration back = nodes.goesOn();
            assertThat(back).isLessThan(Duration.ofSeconds(20));
            nodes.endsWell();
            assertThat(second.says("saw 1 completed_with_errors", QUICK)).contains(" " + LIST.rows());
            assertThat(nodes.seen().run()).isBetween(run, run + 1);
            FaultReport.line("F12", "two nodes, the one that was told is killed", back, "ended once, by the other");
        }
    }

    @Test
    @DisplayName(
            "F15: three hundred screens read at once while an import runs: they queue, none is lost, no connection leaks")
    void crowd() throws Exception {
        try (NodesImport nodes = new NodesImport(LIST, CHUNK)) {
            AppProcess node = nodes.node();
            nodes.begin(node);
            long start = System.nanoTime();
            node.tell("crowd 300");
            String came = node.says("crowd 300 read", LONG);
            Duration back = Duration.ofNanos(System.nanoTime() - start);
            nodes.endsWell();
            node.tell("crowd 1");
            node.says("crowd 1 read", QUICK);
            FaultReport.line("F15", "300 screens at once", back, came);
        }
    }

    @Test
    @DisplayName("F18, R5: a row that no run survives parks its job after three, and the queue goes on")
    void poison() throws Exception {
        try (NodesImport nodes = new NodesImport(LIST, CHUNK)) {
            AppProcess node = nodes.node();
            nodes.database().run("""
                    CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                      IF NEW.email = 'learner9000@example.org' THEN RAISE EXCEPTION 'poison'; END IF;
                      RETURN NEW;
                    END $$""");
            nodes.database()
                    .run("CREATE TRIGGER poison BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION poison()");
            nodes.begin(node);
            Duration parked = nodes.until(seen -> seen.state().equals("needs_attention"));
            assertThat(nodes.seen().committed()).isEqualTo(9_000);
            nodes.database().run("DROP TRIGGER poison ON person");
            node.tell("resume 1");
            Duration back = nodes.goesOn();
            nodes.endsWell();
            FaultReport.line(
                    "F18",
                    "a row that makes every run fail",
                    back,
                    "parked after " + parked.toSeconds() + " s, ended once it was mended");
        }
    }

    @Test
    @DisplayName("F19: a deadlock with somebody else's transaction is tried again, and nobody notices")
    void deadlock() throws Exception {
        try (NodesImport nodes = new NodesImport(LIST, CHUNK);
                OtherHand other = new OtherHand(nodes.postgres())) {
            AppProcess node = nodes.node();
            other.takes("learner9050@example.org");
            nodes.begin(node);
            other.awaitSomebodyWaiting();
            int run = nodes.seen().run();
            other.reachesBack("learner9000@example.org");
            Duration back = nodes.goesOn();
            nodes.endsWell();
            assertThat(nodes.seen().run()).as("the same run").isEqualTo(run);
            FaultReport.line("F19", "deadlock between the import and another transaction", back, "chunk tried again");
        }
    }
}
