package app.rollcall.job.ui;

/** A bean by which a feature says where its kind of job is shown, so that the tray can lead there. */
public interface JobNavigation {

    /** The kind of job, as in the database. */
    String kind();

    /** The path of the job's screen. */
    String path(long job);
}
