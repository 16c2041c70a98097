package app.rollcall.job.ui;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.job.JobId;
import app.rollcall.job.Jobs;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.TestScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An organisation with an admin, who sees all jobs, and somebody of customer service, who sees their own. */
@RollcallTest
abstract class JobScene {

    @Autowired
    protected ApplicationContext application;

    @Autowired
    protected TestDatabase database;

    @Autowired
    protected Jobs jobs;

    protected Actor mira;
    protected Actor ida;

    @BeforeEach
    void twoPeople() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        ida = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund");
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    /** An import of a thousand rows of one file, begun 65 seconds ago. */
    protected JobId job(Actor by, String title, JobState state, long done) {
        JobId job = new JobId(database.id(
                """
                INSERT INTO job (kind, title, state, step, total, done, failed, created_by, started_at, run_started_at, progress_at, finished_at)
                VALUES ('import', ?, ?, 'applying', 1000, ?, ?, ?, now() - interval '65 s', now() - interval '10 s', now(), CASE WHEN ? THEN now() END)
                RETURNING id""",
                title,
                state.code(),
                done,
                state == JobState.COMPLETED_WITH_ERRORS ? 11 : 0,
                by.id().value(),
                state.ended()));
        database.run("INSERT INTO import (job_id) VALUES (?)", job.value());
        database.run(
                "INSERT INTO import_source (import_id, source_no, kind, state, file_name) VALUES (?, 1, 'file',"
                        + " 'read', ?)",
                job.value(),
                title);
        return job;
    }
}
