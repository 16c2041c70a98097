package app.rollcall.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Small work that comes again and again, on one node of the cluster at a time. Its bean is found by db-scheduler. */
public final class Recurring {

    private Recurring() {}

    /** @param work begun anew at each turn, so long after its last end; a failure is logged and tried again at the next turn */
    public static RecurringTask<Void> every(String name, Duration pause, Supplier<Mono<Void>> work) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((_, _) -> await(work.get()));
    }

    private static void await(Mono<Void> work) {
        Future<@Nullable Boolean> done = work.thenReturn(true).toFuture();
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("It is tried again at its next turn", e.getCause());
        } catch (InterruptedException e) {
            done.cancel(true);
            Thread.currentThread().interrupt();
        }
    }
}
