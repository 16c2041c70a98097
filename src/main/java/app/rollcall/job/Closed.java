package app.rollcall.job;

/** This node stops: what is committed stays, and the rest is for the next run, here or elsewhere. */
public final class Closed extends RuntimeException {

    Closed() {
        super("This node stops", null, false, false);
    }
}
