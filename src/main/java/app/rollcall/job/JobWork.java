package app.rollcall.job;

import reactor.core.publisher.Mono;

/** What one kind of job does. The runner claims and waits; the work commits chunk by chunk under the fence it is given. */
public interface JobWork {

    /** The kind of job, as in the database. */
    String kind();

    /**
     * Goes on from what is committed, until a person is needed or the job is over. Fails with {@link Fenced} when another
     * run has taken the job, and with {@link Closed} when this node stops; any other failure is tried again by a new run.
     */
    Mono<Void> resume(Fence fence, String step);

    /** Puts what the job still held in order after it was given up: three runs came no further. */
    default Mono<Void> giveUp(JobId job) {
        return Mono.empty();
    }
}
