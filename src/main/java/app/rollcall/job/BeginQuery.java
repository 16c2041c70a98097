package app.rollcall.job;

import app.rollcall.security.Actor;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL by which a job comes to be, and gets to the runner. */
@Component
class BeginQuery {

    private final DatabaseClient database;

    BeginQuery(DatabaseClient database) {
        this.database = database;
    }

    /** A key that another transaction has just written is seen by a second statement only. */
    Mono<JobId> insert(Actor by, String kind, String title, String step, UUID requestKey) {
        return database.sql("""
                        INSERT INTO job (kind, title, state, step, created_by, through_id, request_key)
                        VALUES (:kind, :title, 'preparing', :step, :by, :through, :key)
                        ON CONFLICT (request_key) DO NOTHING RETURNING id
                        """)
                .bind("kind", kind)
                .bind("title", title)
                .bind("step", step)
                .bind("by", by.id().value())
                .bind("through", Parameters.in(R2dbcType.BIGINT, by.through()))
                .bind("key", requestKey)
                .map(row -> new JobId(Objects.requireNonNull(row.get("id", Long.class))))
                .one()
                .switchIfEmpty(database.sql("SELECT id FROM job WHERE request_key = :key")
                        .bind("key", requestKey)
                        .map(row -> new JobId(Objects.requireNonNull(row.get("id", Long.class))))
                        .one());
    }

    /**
     * db-scheduler's own row, written in our transaction: its client would use another connection. It carries the run that it
     * follows, for the row of a step's last time may not be gone yet.
     */
    Mono<Void> schedule(JobId job, String step) {
        return database.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, consecutive_failures)
                        SELECT :task, id || ':' || :step || ':' || run, clock_timestamp(), false, 1, 0 FROM job WHERE id = :id
                        ON CONFLICT DO NOTHING
                        """)
                .bind("task", JobRunner.TASK)
                .bind("step", step)
                .bind("id", job.value())
                .then();
    }
}
