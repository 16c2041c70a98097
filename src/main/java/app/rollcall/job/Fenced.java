package app.rollcall.job;

/** Another run has taken the job up, or it was stopped: this one must not write any more. */
public final class Fenced extends RuntimeException {

    public Fenced(Fence fence) {
        super("Job " + fence.job().value() + " no longer belongs to run " + fence.run(), null, false, false);
    }
}
