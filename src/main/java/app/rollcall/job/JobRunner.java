package app.rollcall.job;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import reactor.core.publisher.Mono;

/**
 * Where db-scheduler's thread meets our Monos: it claims, starts the work and waits for it. db-scheduler brings the
 * heartbeat and the revival of runs whose node died; the fence makes a revived one harmless.
 */
@Configuration(proxyBeanMethods = false)
class JobRunner {

    static final String TASK = "job";

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final List<JobWork> works;

    JobRunner(Jobs jobs, List<JobWork> works) {
        this.jobs = jobs;
        this.works = works;
    }

    @Bean
    Task<Void> jobTask() {
        return Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_NEXT_TRY))
                .onDeadExecutionRevive()
                .execute((instance, _) -> run(instance.getId()) ? new OnCompleteRemove<>() : JobRunner::leave);
    }

    /** Stays in the list, for whichever node looks next. */
    private static void leave(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getTimeDone().plus(BEFORE_NEXT_TRY));
    }

    /** Whether this step of the job is done with; otherwise a node that does not stop must go on. */
    boolean run(String instance) {
        JobId job = new JobId(Long.parseLong(instance.substring(0, instance.indexOf(':'))));
        return await(jobs.claim(job).flatMap(claim -> {
            JobWork work = workOf(claim.kind());
            return claim.hopeless()
                    ? work.giveUp(job).then(jobs.giveUp(job, "no_progress"))
                    : work.resume(claim.fence(), claim.step())
                            .onErrorResume(
                                    Closed.class,
                                    e -> jobs.release(claim.fence()).then(Mono.error(e)));
        }));
    }

    private JobWork workOf(String kind) {
        return works.stream()
                .filter(work -> work.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody here does jobs of kind " + kind));
    }

    private static boolean await(Mono<Void> work) {
        Future<@Nullable Boolean> done = work.thenReturn(true)
                .onErrorResume(Fenced.class, e -> {
                    log.info("{}", e.getMessage());
                    return Mono.just(true);
                })
                .onErrorReturn(Closed.class, false)
                .toFuture();
        try {
            return Boolean.TRUE.equals(done.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run failed and is tried again", e.getCause());
        } catch (InterruptedException e) {
            // db-scheduler's patience with a stopping node is at its end.
            done.cancel(true);
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A job queued on any node is looked for at once on all, instead of at the next poll. */
    @Bean
    JobAlarm jobAlarm(LiveEvents live, ObjectProvider<Scheduler> scheduler) {
        return new JobAlarm(live, scheduler);
    }

    static final class JobAlarm {
        private final LiveEvents live;
        private final ObjectProvider<Scheduler> scheduler;

        JobAlarm(LiveEvents live, ObjectProvider<Scheduler> scheduler) {
            this.live = live;
            this.scheduler = scheduler;
        }

        @EventListener(ApplicationReadyEvent.class)
        void listen() {
            live.of(LiveEvent.JobChanged.class)
                    .filter(JobAlarm::waits)
                    .subscribe(_ -> scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions));
        }

        private static boolean waits(LiveEvent event) {
            return switch (event) {
                case LiveEvent.JobChanged(var job) ->
                    switch (job.state()) {
                        case PREPARING, QUEUED -> job.runStartedAt() == null || job.progressAt() == null;
                        default -> false;
                    };
                case LiveEvent.Resync _ -> true;
                case LiveEvent.LearnersChanged _,
                        LiveEvent.CourseChanged _,
                        LiveEvent.MailChanged _,
                        LiveEvent.PresenceChanged _,
                        LiveEvent.SessionsEnded _ -> false;
            };
        }
    }
}
