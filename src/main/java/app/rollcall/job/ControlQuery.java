package app.rollcall.job;

import app.rollcall.live.JobState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The SQL by which people steer a job, when it is their turn at it ({@link JobQuery#turn}): then the chunk that was under way is
 * committed. What stops a run raises the fence, so that its next chunk cannot begin.
 */
@Component
class ControlQuery {

    private final DatabaseClient database;

    ControlQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> pause(JobId job) {
        return changed(
                job,
                "UPDATE job SET state = 'paused', run = run + 1 WHERE id = :id AND state IN ('queued', 'running')");
    }

    Mono<Boolean> cancel(JobId job) {
        return changed(job, """
                UPDATE job SET state = 'cancelled', reason = NULL, finished_at = clock_timestamp(), run = run + 1
                WHERE id = :id AND state IN ('preparing', 'review', 'queued', 'running', 'paused', 'needs_attention')
                """);
    }

    private Mono<Boolean> changed(JobId job, String sql) {
        return database.sql(sql).bind("id", job.value()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** The step to go on with. */
    Mono<String> resume(JobId job, String work) {
        return database.sql("""
                        UPDATE job SET state = CASE step WHEN :work THEN 'queued' ELSE 'preparing' END, claims = 0, reason = NULL, progress_at = NULL
                        WHERE id = :id AND state IN ('paused', 'needs_attention') RETURNING step
                        """)
                .bind("work", work)
                .bind("id", job.value())
                .map(row -> text(row, "step"))
                .one();
    }

    /** The state of a job at this step, locked until the transaction ends; empty when it is at another. */
    Mono<JobState> lock(JobId job, String step) {
        return database.sql("SELECT state FROM job WHERE id = :id AND step = :step FOR NO KEY UPDATE")
                .bind("id", job.value())
                .bind("step", step)
                .map(row -> JobState.of(text(row, "state")))
                .one();
    }

    /** Takes units that failed out of the count, for they are still to be done; what was over is queued. */
    Mono<Void> reopen(JobId job, long units) {
        return database.sql("""
                        UPDATE job SET failed = failed - :units, run_started_done = greatest(run_started_done - :units, 0), claims = 0, finished_at = NULL,
                          progress_at = CASE state WHEN 'completed_with_errors' THEN NULL ELSE progress_at END,
                          state = CASE state WHEN 'completed_with_errors' THEN 'queued' ELSE state END
                        WHERE id = :id
                        """).bind("units", units).bind("id", job.value()).then();
    }

    /** What the job is now, and who did the last thing to it. */
    Mono<JobMoved> moved(JobId job) {
        return database.sql("""
                        SELECT j.state, nullif(btrim(p.first_name || ' ' || p.last_name), '') AS by, a.at, clock_timestamp() AS now
                        FROM job j LEFT JOIN LATERAL (
                          SELECT actor_id, at FROM audit_entry WHERE subject_kind = j.kind AND subject_id = j.id ORDER BY id DESC LIMIT 1) a ON true
                        LEFT JOIN person p ON p.id = a.actor_id WHERE j.id = :id
                        """)
                .bind("id", job.value())
                .map(row -> new JobMoved(
                        JobState.of(text(row, "state")),
                        row.get("by", String.class),
                        time(row, "at"),
                        Objects.requireNonNull(time(row, "now"))))
                .one();
    }

    private static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
