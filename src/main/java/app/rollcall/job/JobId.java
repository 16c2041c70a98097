package app.rollcall.job;

/** Names a job in the database. */
public record JobId(long value) {

    public JobId {
        if (value <= 0) {
            throw new IllegalArgumentException("A job's id is positive, not " + value);
        }
    }
}
