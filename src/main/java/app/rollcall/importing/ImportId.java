package app.rollcall.importing;

import app.rollcall.job.JobId;

/** Names an import; its number is that of its job. */
public record ImportId(long value) {

    public ImportId {
        if (value <= 0) {
            throw new IllegalArgumentException("An import's id is positive, not " + value);
        }
    }

    JobId job() {
        return new JobId(value);
    }
}
