package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.job.Fence;
import app.rollcall.job.Fenced;
import app.rollcall.job.JobId;
import app.rollcall.job.JobMoved;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An import is stopped, goes on and is ended by people while it runs. */
class ImportControlTest extends ChunkScene {

    private static final int ROWS = 400;

    @Test
    @DisplayName("Pause stops a running import after its chunk, and it goes on from there when resumed: nothing twice,"
            + " nothing left out")
    void pauseAndResume() {
        ImportId id = confirmed();
        CompletableFuture<?> run = running(id);
        long before = found(id).job().done();
        imports.pause(admin, id).block();

        assertThatThrownBy(run::join).hasCauseInstanceOf(Fenced.class);
        Import paused = found(id);
        assertThat(paused.job().state()).isEqualTo(JobState.PAUSED);
        assertThat(paused.job().done()).isBetween(5L, before + ROWS / 2);
        assertThat(count("enrolment")).isEqualTo(paused.job().done());

        imports.resume(admin, id).block();
        Import over = reaches(id, JobState.COMPLETED_WITH_ERRORS);
        assertThat(over).returns(ROWS - 1L, Import::successful).returns(0L, Import::notProcessed);
        assertThat(count("enrolment")).isEqualTo(ROWS - 1L);
        assertThat(deeds()).isEqualTo("paused, resumed, imported");
    }

    @Test
    @DisplayName("R8: a cancelled import keeps what is in, begins nothing more, and counts what was not processed")
    void cancel() {
        ImportId id = confirmed();
        CompletableFuture<?> run = running(id);
        imports.cancel(admin, id).block();

        assertThatThrownBy(run::join).hasCauseInstanceOf(Fenced.class);
        Import over = found(id);
        assertThat(over.job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(over.job().finishedAt()).isNotNull();
        assertThat(over.successful()).isBetween(5L, ROWS - 1L).isEqualTo(count("enrolment"));
        assertThat(over.successful() + over.job().failed() + over.notProcessed())
                .isEqualTo(ROWS);
        assertThat(database.text("SELECT imported + updated + skipped + failed || ' of ' || total FROM import, job"))
                .isEqualTo(over.job().done() + over.job().failed() + " of " + ROWS);
        assertThat(deeds()).isEqualTo("cancelled");
    }

    @Test
    @DisplayName("3.3 Who is second is told who was first, when, and what the import is now")
    void second() {
        ImportId id = confirmed();
        Actor tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        imports.pause(tom, id).block();

        assertThatThrownBy(() -> imports.pause(admin, id).block()).isInstanceOfSatisfying(JobMoved.class, moved -> {
            assertThat(moved.state()).isEqualTo(JobState.PAUSED);
            assertThat(moved.by()).isEqualTo("Tom Becker");
            assertThat(moved.at()).isBeforeOrEqualTo(moved.now());
        });
        imports.cancel(tom, id).block();
        assertThatThrownBy(() -> imports.resume(admin, id).block()).isInstanceOf(JobMoved.class);
        assertThatThrownBy(() -> imports.cancel(admin, id).block()).isInstanceOf(JobMoved.class);
        assertThatThrownBy(() -> imports.retry(admin, id).block()).isInstanceOf(JobMoved.class);
    }

    @Test
    @DisplayName("R5: an import that was given up is tried again from what is committed, or ended there")
    void needsAttention() {
        ImportId id = confirmed();
        database.run("UPDATE job SET state = 'needs_attention', reason = 'no_progress', claims = 4");
        imports.resume(admin, id).block();

        assertThat(reaches(id, JobState.COMPLETED_WITH_ERRORS).job().reason()).isNull();
        assertThat(count("enrolment")).isEqualTo(ROWS - 1L);
    }

    @Test
    @DisplayName("What is given up before it is confirmed goes on being prepared, and comes back to a person")
    void needsAttentionWhileChecking() {
        ImportId id = listed(file("a@example.org,Ana,A,course,FIRE-2026")).id();
        database.run("UPDATE job SET state = 'needs_attention', step = 'checking', reason = 'no_progress', claims = 4");
        imports.resume(admin, id).block();

        assertThat(reaches(id, Step.CHECKING).valid()).isEqualTo(1);
    }

    @Test
    @DisplayName("3.3 C12, RL Who may not import any more, or not see this import, steers nothing")
    void refused() {
        ImportId id = confirmed();
        Actor ida = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund");
        for (Actor actor : new Actor[] {ida, noLonger(admin)}) {
            assertThatThrownBy(() -> imports.pause(actor, id).block()).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> imports.resume(actor, id).block()).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> imports.cancel(actor, id).block()).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> imports.retry(actor, id).block()).isInstanceOf(Refused.class);
        }
        assertThat(database.text("SELECT state FROM job")).isEqualTo("running");
    }

    private Actor noLonger(Actor actor) {
        database.run("DELETE FROM person_role WHERE person_id = ?", actor.id().value());
        return actor;
    }

    private ImportId confirmed() {
        return confirmed(ROWS);
    }

    /** Runs it row by row, and waits until it is under way. */
    private CompletableFuture<?> running(ImportId id) {
        CompletableFuture<?> run =
                work(1).resume(new Fence(new JobId(id.value()), 1), "applying").toFuture();
        await().until(() -> found(id).job().done() >= 5);
        return run;
    }

    private Import found(ImportId id) {
        return imports.find(admin, id).block();
    }

    private String deeds() {
        return database.text("SELECT string_agg(verb, ', ' ORDER BY id) FROM audit_entry");
    }
}
