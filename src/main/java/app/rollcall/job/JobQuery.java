package app.rollcall.job;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of jobs that there are. Every time is PostgreSQL's, for several machines compare them. */
@Component
class JobQuery {

    static final String PROGRESS = """
            SELECT (SELECT c.name FROM api_client c WHERE c.id = j.through_id) AS through_name,
                   j.id, j.kind, j.title, j.state, j.step, j.total, j.done, j.failed, j.created_by,
                   nullif(btrim(p.first_name || ' ' || p.last_name), '') AS created_by_name, j.created_at,
                   j.run_started_at, j.run_started_done, j.progress_at, j.finished_at, j.reason, j.started_at,
                   CASE WHEN j.state = 'cancelled' THEN (
                     SELECT nullif(btrim(c.first_name || ' ' || c.last_name), '') FROM audit_entry a JOIN person c ON c.id = a.actor_id
                     WHERE a.subject_kind = j.kind AND a.subject_id = j.id AND a.verb = 'cancelled' ORDER BY a.id DESC LIMIT 1) END AS cancelled_by
            FROM job j LEFT JOIN person p ON p.id = j.created_by
            """;

    /**
     * Whose turn it is at a job, until the transaction ends. Row locks are taken by whoever comes in time, and a run that begins
     * its next chunk at once always does; this lock is given in the order it was asked for, so that who stops a run waits for one chunk.
     */
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended('job ' || :id, 0))";

    private final DatabaseClient database;

    JobQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<Claim> claim(JobId job) {
        return database.sql("""
                        UPDATE job SET run = run + 1, claims = claims + 1,
                          state = CASE state WHEN 'queued' THEN 'running' ELSE state END,
                          started_at = coalesce(started_at, clock_timestamp()), run_started_at = clock_timestamp(),
                          progress_at = NULL, run_started_done = done + failed
                        WHERE id = :id AND state IN ('preparing', 'queued', 'running')
                        RETURNING run, claims, kind, step
                        """)
                .bind("id", job.value())
                .map(row ->
                        new Claim(new Fence(job, (int) number(row, "run")), text(row, "kind"), text(row, "step"), (int)
                                number(row, "claims")))
                .one();
    }

    Mono<Void> turn(JobId job) {
        return database.sql(TURN).bind("id", job.value()).then();
    }

    Mono<Standing> hold(Fence fence) {
        return turn(fence.job()).then(held(fence));
    }

    private Mono<Standing> held(Fence fence) {
        return database.sql("""
                        SELECT total, done, failed, cursor, created_by, through_id FROM job
                        WHERE id = :id AND run = :run AND state IN ('preparing', 'running') FOR NO KEY UPDATE
                        """)
                .bind("id", fence.job().value())
                .bind("run", fence.run())
                .map(row -> new Standing(
                        number(row, "total"),
                        number(row, "done"),
                        number(row, "failed"),
                        number(row, "cursor"),
                        row.get("created_by", Long.class),
                        row.get("through_id", Long.class)))
                .one();
    }

    Mono<Long> advance(Fence fence, long total, long done, long failed, long cursor) {
        return database.sql("""
                        UPDATE job SET total = :total, done = :done, failed = :failed, cursor = :cursor, claims = 0,
                          progress_at = clock_timestamp()
                        WHERE id = :id AND run = :run AND state IN ('preparing', 'running')
                        """)
                .bind("total", total)
                .bind("done", done)
                .bind("failed", failed)
                .bind("cursor", cursor)
                .bind("id", fence.job().value())
                .bind("run", fence.run())
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> report(Fence fence, long total, long done) {
        return database.sql("""
                        UPDATE job SET total = :total, done = least(:done, :total), progress_at = clock_timestamp() WHERE id = :id AND run = :run
                        """)
                .bind("total", total)
                .bind("done", done)
                .bind("id", fence.job().value())
                .bind("run", fence.run())
                .then();
    }

    Mono<Void> start(Fence fence, String step, long total, long cursor) {
        return database.sql("""
                        UPDATE job SET state = 'running', step = :step, total = :total, done = 0, failed = 0, cursor = :cursor, claims = 0, reason = NULL,
                          run_started_at = clock_timestamp(), run_started_done = 0, progress_at = NULL
                        WHERE id = :id AND run = :run
                        """)
                .bind("step", step)
                .bind("total", total)
                .bind("cursor", cursor)
                .bind("id", fence.job().value())
                .bind("run", fence.run())
                .then();
    }

    Mono<Void> release(Fence fence) {
        return database.sql("UPDATE job SET claims = greatest(claims - 1, 0) WHERE id = :id AND run = :run")
                .bind("id", fence.job().value())
                .bind("run", fence.run())
                .then();
    }

    Mono<Void> step(Fence fence, String step, long total) {
        return database.sql("""
                        UPDATE job SET step = :step, total = :total, done = 0, failed = 0, cursor = 0, claims = 0,
                          run_started_at = clock_timestamp(), run_started_done = 0, progress_at = NULL
                        WHERE id = :id AND run = :run
                        """)
                .bind("step", step)
                .bind("total", total)
                .bind("id", fence.job().value())
                .bind("run", fence.run())
                .then();
    }

    Mono<Void> settle(Fence fence, JobState state, String reason) {
        return database.sql("""
                        UPDATE job SET state = :state, reason = nullif(:reason, ''), claims = 0,
                          finished_at = CASE WHEN :ended THEN clock_timestamp() END
                        WHERE id = :id AND run = :run
                        """)
                .bind("state", state.code())
                .bind("reason", reason)
                .bind("ended", state.ended())
                .bind("id", fence.job().value())
                .bind("run", fence.run())
                .then();
    }

    Mono<Void> giveUp(JobId job, String reason) {
        return database.sql("UPDATE job SET state = 'needs_attention', reason = :reason, run = run + 1 WHERE id = :id")
                .bind("reason", reason)
                .bind("id", job.value())
                .then();
    }

    Mono<JobProgress> progress(JobId job) {
        return database.sql(PROGRESS + " WHERE j.id = :id")
                .bind("id", job.value())
                .map(row -> progress(row))
                .one();
    }

    Flux<JobProgress> tray(@Nullable PersonId onlyOf) {
        return database.sql(PROGRESS + """
                         WHERE (j.state IN ('preparing', 'review', 'queued', 'running', 'paused', 'needs_attention')
                                OR j.finished_at > clock_timestamp() - interval '15 minutes')
                           AND NOT (j.state = 'cancelled' AND j.step IN ('adding', 'reading', 'checking'))
                           AND j.step <> 'uploading' AND (:everybody OR j.created_by = :by)
                         ORDER BY j.created_at DESC, j.id DESC LIMIT 20
                        """)
                .bind("everybody", onlyOf == null)
                .bind("by", onlyOf == null ? 0L : onlyOf.value())
                .map(row -> progress(row))
                .all();
    }

    static JobProgress progress(Readable row) {
        return new JobProgress(
                number(row, "id"),
                text(row, "kind"),
                text(row, "title"),
                JobState.of(text(row, "state")),
                text(row, "step"),
                number(row, "total"),
                number(row, "done"),
                number(row, "failed"),
                row.get("created_by", Long.class),
                row.get("created_by_name", String.class),
                Objects.requireNonNull(time(row, "created_at")),
                time(row, "run_started_at"),
                number(row, "run_started_done"),
                time(row, "progress_at"),
                time(row, "finished_at"),
                row.get("cancelled_by", String.class),
                row.get("reason", String.class));
    }

    static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
