package app.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The rules of durable jobs that one transaction can show; those that need a killed process are in {@code faults}. */
@RollcallTest
class JobsTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TransactionalOperator transaction;

    private Actor admin;

    @BeforeEach
    void anAdmin() {
        database.reset();
        admin = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @Test
    @DisplayName("R1: what is rolled back leaves neither a job nor anything to run")
    void enqueueingIsPartOfTheTransaction() {
        Mono<Void> broken = transaction.transactional(begin(UUID.randomUUID())
                .flatMap(job -> jobs.enqueue(job, "reading"))
                .then(Mono.error(new IllegalStateException("the business change failed"))));
        assertThatThrownBy(broken::block).hasMessage("the business change failed");
        assertThat(database.number("SELECT count(*) FROM job")).isZero();
        assertThat(database.number("SELECT count(*) FROM scheduled_tasks WHERE task_instance <> 'recurring'"))
                .isZero();
    }

    @Test
    @DisplayName("R2, R3: each claim raises the fence, and nothing that an old one commits changes the job")
    void anOldFenceChangesNothing() {
        JobId job = running();
        Fence zombie = claim(job).fence();
        Fence mine = claim(job).fence();
        assertThat(mine.run()).isEqualTo(zombie.run() + 1);
        String before = row(job);

        assertThatThrownBy(() -> jobs.hold(zombie).block()).isInstanceOf(Fenced.class);
        assertThatThrownBy(() -> jobs.advance(zombie, 100, 50, 0, 50).block()).isInstanceOf(Fenced.class);
        jobs.step(zombie, "applying", 7).block();
        jobs.settle(zombie, JobState.FAILED, "zombie").block();
        jobs.release(zombie).block();
        assertThat(row(job)).isEqualTo(before);

        assertThat(jobs.hold(mine).block()).isNotNull();
        jobs.advance(mine, 100, 10, 1, 11).block();
        assertThat(jobs.find(job).block()).returns(10L, JobProgress::done).returns(1L, JobProgress::failed);
    }

    @Test
    @DisplayName("R5: every committed chunk clears the count of claims")
    void progressClearsTheCountOfClaims() {
        JobId job = running();
        for (int claimed = 1; claimed <= Jobs.CLAIMS_WITHOUT_PROGRESS; claimed++) {
            assertThat(claim(job)).returns(claimed, Claim::claims).returns(false, Claim::hopeless);
        }
        Claim last = claim(job);
        assertThat(last.hopeless()).isTrue();
        jobs.advance(last.fence(), 100, 1, 0, 1).block();
        assertThat(claim(job)).returns(1, Claim::claims).returns(false, Claim::hopeless);
    }

    @Test
    @DisplayName(
            "R5: a report of what is not committed clears nothing: a file that cannot be read to its end is given up")
    void reportsAreNoProgress() {
        Fence fence = claim(running()).fence();
        jobs.report(fence, 100, 40).block();

        assertThat(database.text("SELECT done || ' of ' || total || ', ' || claims FROM job"))
                .isEqualTo("40 of 100, 1");
    }

    @Test
    @DisplayName("R2: nobody claims what is over, waits for a person, or does not exist")
    void onlyOpenJobsAreClaimed() {
        for (JobState state : JobState.values()) {
            JobId job = running();
            database.run("UPDATE job SET state = ? WHERE id = ?", state.code(), job.value());
            boolean open = state == JobState.PREPARING || state == JobState.QUEUED || state == JobState.RUNNING;
            assertThat(jobs.claim(job).hasElement().block()).as("%s", state).isEqualTo(open);
        }
        assertThat(jobs.claim(new JobId(999_999)).hasElement().block()).isFalse();
    }

    @Test
    @DisplayName("R11: a job outlives the admin who began it, and can still be run")
    void survivesWhoBeganIt() {
        JobId job = running();
        database.run("DELETE FROM person WHERE id = ?", admin.id().value());
        assertThat(jobs.hold(claim(job).fence()).block()).isNotNull().returns(null, Standing::createdBy);

        Actor owner = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        assertThat(jobs.tray(owner).collectList().block())
                .singleElement()
                .returns(job.value(), JobProgress::id)
                .returns(null, JobProgress::startedBy);
    }

    @Test
    @DisplayName("A job that a program began carries the program, for all that is done for it later")
    void throughAProgram() {
        Actor program = new Actor(admin.id(), admin.name(), admin.roles(), admin.locale(), admin.zone(), 7L);
        JobId job = jobs.begin(program, "bulk", "All of Oslo", "applying", UUID.randomUUID())
                .block();
        database.run("UPDATE job SET state = 'running', total = 100 WHERE id = ?", job.value());
        assertThat(jobs.hold(claim(job).fence()).block()).isNotNull().returns(7L, Standing::through);
    }

    @Test
    @DisplayName("R12: the same request key twice is one job")
    void theSameRequestIsOneJob() {
        UUID key = UUID.randomUUID();
        JobId first = begin(key).block();
        assertThat(begin(key).block()).isEqualTo(first);
        assertThat(begin(UUID.randomUUID()).block()).isNotEqualTo(first);
        assertThat(database.number("SELECT count(*) FROM job")).isEqualTo(2);
    }

    private Mono<JobId> begin(UUID key) {
        return jobs.begin(admin, "bulk", "All of Oslo", "applying", key);
    }

    private JobId running() {
        JobId job = begin(UUID.randomUUID()).block();
        database.run("UPDATE job SET state = 'running', total = 100 WHERE id = ?", job.value());
        return job;
    }

    private Claim claim(JobId job) {
        return jobs.claim(job).block();
    }

    private String row(JobId job) {
        return database.text("SELECT job::text FROM job WHERE id = ?", job.value());
    }
}
