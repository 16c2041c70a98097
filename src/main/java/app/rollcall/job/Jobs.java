package app.rollcall.job;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The life of a job: begun, queued, taken up, moved on by committed chunks, ended. */
@Component
public class Jobs {

    /** After so many runs without one committed chunk a job waits for a person (rule R5). */
    static final int CLAIMS_WITHOUT_PROGRESS = 3;

    private final BeginQuery begin;
    private final JobQuery query;
    private final ControlQuery control;
    private final LiveEvents live;
    private final Rights rights;
    private final Closing closing;
    private final TransactionalOperator transaction;

    Jobs(
            BeginQuery begin,
            JobQuery query,
            ControlQuery control,
            LiveEvents live,
            Rights rights,
            Closing closing,
            TransactionalOperator transaction) {
        this.begin = begin;
        this.query = query;
        this.control = control;
        this.live = live;
        this.rights = rights;
        this.closing = closing;
        this.transaction = transaction;
    }

    /**
     * Makes the job's row; nothing runs yet. The same key gives the same job, however often it is asked for (rule R12).
     * Call it in the transaction that makes the work.
     */
    public Mono<JobId> begin(Actor by, String kind, String title, String step, UUID requestKey) {
        return begin.insert(by, kind, title, step, requestKey);
    }

    /** Hands the job's next step to the runner, in the caller's transaction (rule R1). */
    public Mono<Void> enqueue(JobId job, String step) {
        return schedule(job, step).then(announce(job));
    }

    /** The same for a caller that announces the job itself, as its last word. */
    public Mono<Void> schedule(JobId job, String step) {
        return begin.schedule(job, step);
    }

    /** Tells every screen where the job stands; in the caller's transaction, as its last word. */
    public Mono<Void> announce(JobId job, LiveEvent... others) {
        return query.progress(job).flatMap(progress -> {
            LiveEvent[] events = new LiveEvent[others.length + 1];
            events[0] = new LiveEvent.JobChanged(progress);
            System.arraycopy(others, 0, events, 1, others.length);
            return live.publish(events);
        });
    }

    /** Takes the job up: raises the fence; empty when there is nothing to do any more. */
    Mono<Claim> claim(JobId job) {
        return transaction.transactional(closing.unlessClosing(query.claim(job))
                .flatMap(claim -> announce(job).thenReturn(claim)));
    }

    /**
     * Locks the job for this run until the transaction ends; fails with {@link Fenced} when it is no longer ours, and with
     * {@link Closed} when this node stops, for then the next chunk is another node's.
     */
    public Mono<Standing> hold(Fence fence) {
        return closing.unlessClosing(query.hold(fence)).switchIfEmpty(Mono.error(() -> new Fenced(fence)));
    }

    /** Gives the job back as it stands: that this node stops says nothing against it (rule R9). */
    Mono<Void> release(Fence fence) {
        return query.release(fence);
    }

    /** Writes how far the held job has come; in the transaction of the chunk itself (rule R6). */
    public Mono<Void> advance(Fence fence, long total, long done, long failed, long cursor) {
        return query.advance(fence, total, done, failed, cursor)
                .filter(changed -> changed == 1)
                .switchIfEmpty(Mono.error(() -> new Fenced(fence)))
                .then();
    }

    /** Tells how far the held job has come with what is not committed yet: no progress in the sense of rule R5. */
    public Mono<Void> report(Fence fence, long total, long done) {
        return query.report(fence, total, done);
    }

    /** Lets the held job, which a person was asked about, run on: from the cursor, counting from nothing. */
    public Mono<Void> start(Fence fence, String step, long total, long cursor) {
        return query.start(fence, step, total, cursor);
    }

    /** Moves the held job to its next step, which counts from nothing. */
    public Mono<Void> step(Fence fence, String step, long total) {
        return query.step(fence, step, total);
    }

    /** Ends or parks the held job in the given state. */
    public Mono<Void> settle(Fence fence, JobState state, String reason) {
        return query.settle(fence, state, reason);
    }

    /**
     * Stops a job that is queued or runs, at the end of its present chunk; {@link #resume} lets it go on from there. Fails with
     * {@link JobMoved}. This and what follows is for a caller that has checked who asks, in its transaction; it announces.
     */
    public Mono<Void> pause(JobId job) {
        return query.turn(job).then(control.pause(job)).flatMap(done -> done ? Mono.empty() : moved(job));
    }

    /**
     * Lets a job go on that is paused or needs attention, from what is committed, and gives the step to enqueue. Fails with
     * {@link JobMoved}.
     *
     * @param work the step that counts; at any other one the job is still being prepared
     */
    public Mono<String> resume(JobId job, String work) {
        return query.turn(job).then(control.resume(job, work)).switchIfEmpty(Mono.defer(() -> moved(job)));
    }

    /** Ends a job that is not over, at the end of its present chunk: what is committed stays. Fails with {@link JobMoved}. */
    public Mono<Void> cancel(JobId job) {
        return query.turn(job).then(control.cancel(job)).flatMap(done -> done ? Mono.empty() : moved(job));
    }

    /**
     * Locks a job at this step until the transaction ends, so that units which failed can be put once more. Fails with
     * {@link JobMoved} where that is too late.
     */
    public Mono<JobState> lock(JobId job, String step) {
        return query.turn(job)
                .then(control.lock(job, step))
                .filter(state -> switch (state) {
                    case QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION, COMPLETED_WITH_ERRORS -> true;
                    case PREPARING, REVIEW, COMPLETED, FAILED, CANCELLED -> false;
                })
                .switchIfEmpty(Mono.defer(() -> moved(job)));
    }

    /** Takes units that failed out of the count of the locked job, for they are still to be done; a job that was over is queued. */
    public Mono<Void> reopen(JobId job, long units) {
        return control.reopen(job, units);
    }

    private <T> Mono<T> moved(JobId job) {
        return control.moved(job).flatMap(Mono::error);
    }

    /** Where a job stands, for a caller that has checked who asks. */
    public Mono<JobProgress> find(JobId job) {
        return query.progress(job);
    }

    /** The jobs of the tray: all that are not over, and those over for less than a quarter of an hour, newest first. */
    public Flux<JobProgress> tray(Actor actor) {
        return rights.has(actor, Permission.SEE_ALL_JOBS)
                .flatMapMany(all -> all
                        ? query.tray(null)
                        : rights.require(actor, Permission.SEE_JOBS).thenMany(query.tray(actor.id())));
    }

    Mono<Void> giveUp(JobId job, String reason) {
        return transaction.transactional(query.giveUp(job, reason).then(announce(job)));
    }
}
