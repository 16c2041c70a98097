package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.job.Fence;
import app.rollcall.job.Fenced;
import app.rollcall.live.JobProgress;
import app.rollcall.live.LiveEvent.JobChanged;
import app.rollcall.live.LiveEvents;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;

/** What the chunks of an import commit together, and what they refuse to commit. No runner is at work: the test is it. */
class ImportFenceTest extends ChunkScene {

    private static final int ROWS = 25;
    private static final int CHUNK = 10;

    @Autowired
    private LiveEvents live;

    private ImportWork work;
    private Fence fence;

    /** Row 5 asks for a course that does not exist, row 15 for one its person is in already. */
    @BeforeEach
    void aConfirmedListInItsFirstRun() {
        work = work(CHUNK);
        long known = database.learner("learner15@example.org", "Amara", "Okafor");
        database.run(
                "INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course WHERE code = 'FIRE-2026'",
                known);
        fence = new Fence(confirmed(ROWS).job(), 1);
    }

    @AfterEach
    void nothingIntervenesAnyMore() {
        database.run("DROP TRIGGER IF EXISTS intervene ON job");
        database.run("DROP FUNCTION IF EXISTS intervene()");
    }

    @Test
    @DisplayName("R7, R8: what is shown is what is committed, and every row ends in exactly one count")
    void progressIsWhatIsCommittedAndNoRowIsForgotten() {
        List<JobProgress> shown = new CopyOnWriteArrayList<>();
        Disposable screen = live.of(JobChanged.class).subscribe(event -> {
            if (event instanceof JobChanged(var job)) {
                shown.add(job);
            }
        });
        run(fence);
        await().until(() -> shown.size() == 3);
        screen.dispose();
        assertThat(shown).extracting(job -> job.done() + job.failed()).containsExactly(10L, 20L, 25L);
        assertThat(shown).extracting(JobProgress::failed).containsExactly(1L, 1L, 1L);
        assertThat(database.text("SELECT j.state || ' ' || imported || '+' || skipped || '+' || failed || '=' || rows"
                        + " FROM import i JOIN job j ON j.id = i.job_id"))
                .isEqualTo("completed_with_errors 23+1+1=25");
        assertThat(database.text("SELECT string_agg(state || ' ' || n, ', ' ORDER BY state)"
                        + " FROM (SELECT state, count(*) AS n FROM import_row GROUP BY state) s"))
                .isEqualTo("failed 1, imported 23, skipped 1");
    }

    @Test
    @DisplayName("R6: rows and checkpoint are one commit: a chunk that fails at its last word leaves nothing behind")
    void rowsAndCheckpointAreOneCommit() {
        intervene("IF NEW.cursor > 10 THEN RAISE EXCEPTION 'the disk is full'; END IF");
        assertThatThrownBy(() -> run(fence)).hasStackTraceContaining("the disk is full");
        assertCommitted(10, 1);

        nothingIntervenesAnyMore();
        run(fence);
        assertCommitted(ROWS, 1);
    }

    @Test
    @DisplayName("R3, F13: a zombie whose job was taken up by another commits nothing")
    void aZombieCommitsNothing() {
        database.run("UPDATE job SET run = 2");
        assertThatThrownBy(() -> run(fence)).isInstanceOf(Fenced.class);
        assertThat(database.number("SELECT count(*) FROM import_row WHERE state <> 'staged'"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM invitation")).isZero();
    }

    @Test
    @DisplayName("F13: a run that is overtaken between two chunks stops at the next, and its heir ends the import")
    void anOvertakenRunStopsAtItsNextChunk() {
        intervene("IF NEW.cursor = 10 AND NEW.run = 1 THEN NEW.run := 2; END IF");
        assertThatThrownBy(() -> run(fence)).isInstanceOf(Fenced.class);
        assertCommitted(10, 2);

        run(new Fence(fence.job(), 2));
        assertCommitted(ROWS, 2);
    }

    @Test
    @DisplayName("R11: an import goes on after the admin who began it was deleted, and is nobody's then")
    void goesOnWithoutWhoBeganIt() {
        database.run("DELETE FROM person WHERE id = ?", admin.id().value());
        run(fence);
        assertCommitted(ROWS, 1);
        assertThat(database.number("SELECT count(*) FROM invitation WHERE invited_by IS NULL"))
                .isEqualTo(ROWS - 2L);
        assertThat(database.text("SELECT actor_id FROM audit_entry WHERE verb = 'imported'"))
                .isEqualTo("null");
    }

    /** So many rows have an outcome, each once, and the job says the same. */
    private void assertCommitted(long rows, long run) {
        assertThat(database.text("SELECT cursor || ' ' || done + failed || ' ' || run FROM job"))
                .isEqualTo(rows + " " + rows + " " + run);
        assertThat(database.number("SELECT count(*) FROM import_row WHERE state <> 'staged'"))
                .isEqualTo(rows);
        long people = rows < 15 ? rows : rows - 1;
        assertThat(database.number("SELECT count(*) FROM enrolment")).isEqualTo(people);
        assertThat(database.number("SELECT count(*) FROM person WHERE learner AND email LIKE 'learner%'"))
                .isEqualTo(people);
    }

    /** Does something as the job's row is written, as a node or a disk would that is in the way just then. */
    private void intervene(String statement) {
        database.run("CREATE FUNCTION intervene() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + statement
                + "; RETURN NEW; END $$");
        database.run("CREATE TRIGGER intervene BEFORE UPDATE ON job FOR EACH ROW EXECUTE FUNCTION intervene()");
    }

    private void run(Fence with) {
        work.resume(with, "applying").block();
    }
}
