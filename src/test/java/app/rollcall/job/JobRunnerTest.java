package app.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.database.Nodes;
import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Rights;
import app.rollcall.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Runners of the test's own beside the application's, so that a test says what the work does and when the node stops. */
@RollcallTest
class JobRunnerTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private BeginQuery begin;

    @Autowired
    private JobQuery query;

    @Autowired
    private ControlQuery control;

    @Autowired
    private LiveEvents live;

    @Autowired
    private Rights rights;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource dataSource;

    private final List<JobId> givenUp = new ArrayList<>();
    private Closing closing;
    private Jobs jobs;
    private JobId job;

    @BeforeEach
    void aQueuedJob() {
        database.reset();
        closing = new Closing(context);
        jobs = new Jobs(begin, query, control, live, rights, closing, transaction);
        Actor admin = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        job = jobs.begin(admin, "bulk", "All of Oslo", "applying", UUID.randomUUID())
                .block();
        database.run("UPDATE job SET state = 'queued', total = 100 WHERE id = ?", job.value());
    }

    @Test
    @DisplayName("R5, F18: after three runs without one commit a job is given up and waits for a person")
    void workThatFailsAlwaysIsGivenUp() {
        JobRunner runner = runner(_ -> Mono.error(new IllegalStateException("poison")));
        for (int run = 1; run <= Jobs.CLAIMS_WITHOUT_PROGRESS; run++) {
            assertThatThrownBy(() -> run(runner)).hasRootCauseMessage("poison");
            assertThat(progress()).returns(JobState.RUNNING, JobProgress::state);
        }
        assertThat(run(runner)).isTrue();
        assertThat(progress())
                .returns(JobState.NEEDS_ATTENTION, JobProgress::state)
                .returns("no_progress", JobProgress::reason);
        assertThat(givenUp).containsExactly(job);
        assertThat(run(runner)).as("and is left alone from then on").isTrue();
        assertThat(givenUp).hasSize(1);
    }

    @Test
    @DisplayName("F13: a run that was overtaken ends quietly and is not tried again")
    void anOvertakenRunEndsQuietly() {
        JobRunner runner =
                runner(fence -> jobs.claim(job).then(jobs.hold(fence)).then());
        assertThat(run(runner)).isTrue();
        assertThat(progress()).returns(JobState.RUNNING, JobProgress::state);
    }

    @Test
    @DisplayName("R9: a node that stops begins nothing, and the job stays in the list")
    void aStoppingNodeBeginsNothing() {
        stop();
        assertThat(run(runner(_ -> Mono.empty()))).isFalse();
        assertThat(progress()).returns(JobState.QUEUED, JobProgress::state);
        assertThat(database.number("SELECT run FROM job")).isZero();
    }

    @Test
    @DisplayName("R9: a node that stops gives its job back after the chunk, however often that happens")
    void aStoppingNodeGivesItsJobBack() {
        for (int stops = 1; stops <= Jobs.CLAIMS_WITHOUT_PROGRESS + 1; stops++) {
            closing = new Closing(context);
            jobs = new Jobs(begin, query, control, live, rights, closing, transaction);
            JobRunner runner = runner(fence ->
                    Mono.fromRunnable(this::stop).then(jobs.hold(fence)).then());
            assertThat(run(runner)).isFalse();
            assertThat(progress()).returns(JobState.RUNNING, JobProgress::state);
        }
        assertThat(database.number("SELECT claims FROM job")).isZero();
    }

    @Test
    @DisplayName("R9: the end of another context is not the node's")
    void onlyItsOwnContextCounts() {
        closing.stop(new ContextClosedEvent(new StaticApplicationContext()));
        assertThat(run(runner(fence -> jobs.settle(fence, JobState.COMPLETED, ""))))
                .isTrue();
        assertThat(progress()).returns(JobState.COMPLETED, JobProgress::state);
    }

    @Test
    @DisplayName("R10: the only node frees at its start what its killed former self had picked")
    void theOnlyNodeFreesWhatItsFormerSelfHeld() {
        picked();
        new FormerSelf(Nodes.ONE, dataSource).afterSingletonsInstantiated();
        assertThat(database.text(
                        "SELECT picked || ' ' || coalesce(picked_by, 'nobody') || ' ' || (execution_time <= now())"
                                + " FROM scheduled_tasks WHERE task_name = 'elsewhere'"))
                .isEqualTo("false nobody true");
    }

    @Test
    @DisplayName("R10: one node of many frees nothing, for the others may live")
    void oneOfManyFreesNothing() {
        picked();
        new FormerSelf(Nodes.MANY, dataSource).afterSingletonsInstantiated();
        assertThat(database.text("SELECT picked_by FROM scheduled_tasks WHERE task_name = 'elsewhere'"))
                .isEqualTo("former self");
    }

    /** Of a task that the application's own runner does not know, so that it leaves it alone. */
    private void picked() {
        database.run("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                VALUES ('elsewhere', '1', now() + interval '1 minute', true, 'former self', now(), 1)
                """);
    }

    private void stop() {
        closing.stop(new ContextClosedEvent(context));
    }

    private boolean run(JobRunner runner) {
        return runner.run(job.value() + ":applying");
    }

    private JobProgress progress() {
        return jobs.find(job).block();
    }

    private JobRunner runner(Function<Fence, Mono<Void>> work) {
        return new JobRunner(jobs, List.of(new JobWork() {
            @Override
            public String kind() {
                return "bulk";
            }

            @Override
            public Mono<Void> resume(Fence fence, String step) {
                return work.apply(fence);
            }

            @Override
            public Mono<Void> giveUp(JobId hopeless) {
                return Mono.fromRunnable(() -> givenUp.add(hopeless));
            }
        }));
    }
}
