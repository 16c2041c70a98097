package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import com.vaadin.flow.component.Component;

/** What a person may do with a job that is shown. A command is given the control that started it, to be disabled meanwhile. */
public interface JobActions {

    /** Shows the job on a screen of its own. */
    void open(JobProgress job);

    /** Stops it for a while. */
    void pause(JobProgress job, Component control);

    /** Lets it go on, or tries again. */
    void resume(JobProgress job, Component control);

    /** Ends it, after asking. */
    void cancel(JobProgress job, Component control);

    /** Shows the history of all jobs. */
    void all();
}
