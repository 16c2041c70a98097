package app.rollcall.job.ui;

import app.rollcall.job.JobRecord;
import app.rollcall.live.JobProgress;
import com.vaadin.flow.component.Component;
import java.util.function.Function;

/**
 * A job as a row of the history.
 *
 * @param caption what it works on and how, in the words of whoever looks
 */
record JobLine(JobRecord record, Function<Component, String> caption) {

    long id() {
        return job().id();
    }

    JobProgress job() {
        return record.job();
    }

    JobLine with(JobProgress now) {
        return new JobLine(record.with(now), caption);
    }
}
