package app.rollcall.importing;

import app.rollcall.job.Recurring;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes the files, and later the rows, of imports that are over for long. What they came to stays in the history. */
@Configuration(proxyBeanMethods = false)
class ImportRetention {

    private static final Duration PAUSE = Duration.ofHours(1);

    private static final String FILES = """
            WITH parts AS (DELETE FROM import_file_part WHERE import_id = :id)
            UPDATE import SET files_deleted_at = clock_timestamp() WHERE job_id = :id
            """;

    /** The file goes too, if it was to be kept for longer: it holds the same. */
    private static final String ROWS = """
            WITH parts AS (DELETE FROM import_file_part WHERE import_id = :id), findings AS (DELETE FROM import_finding WHERE import_id = :id),
            matches AS (DELETE FROM import_match WHERE import_id = :id), groups AS (DELETE FROM import_email WHERE import_id = :id),
            rows AS (DELETE FROM import_row WHERE import_id = :id)
            UPDATE import SET rows_deleted_at = clock_timestamp(), files_deleted_at = coalesce(files_deleted_at, clock_timestamp()) WHERE job_id = :id
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Duration keepFiles;
    private final Duration keepRows;

    ImportRetention(DatabaseClient database, TransactionalOperator transaction, ImportProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.keepFiles = properties.keepFiles();
        this.keepRows = properties.keepRows();
    }

    @Bean
    RecurringTask<Void> oldImports() {
        return Recurring.every("import-retention", PAUSE, this::run);
    }

    Mono<Void> run() {
        return due("rows_deleted_at", keepRows)
                .concatMap(id -> delete(id, ROWS, keepRows))
                .thenMany(due("files_deleted_at", keepFiles))
                .concatMap(id -> delete(id, FILES, keepFiles))
                .then();
    }

    private Flux<Long> due(String deleted, Duration kept) {
        return database.sql("""
                        SELECT j.id FROM job j JOIN import i ON i.job_id = j.id
                        WHERE j.finished_at < clock_timestamp() - make_interval(secs => :seconds) AND i.%s IS NULL ORDER BY j.id
                        """.formatted(deleted))
                .bind("seconds", (double) kept.toSeconds())
                .map(row -> Objects.requireNonNull(row.get("id", Long.class)))
                .all()
                .collectList()
                .flatMapIterable(ids -> ids);
    }

    /** One import a transaction, locked, unless somebody has set it going again meanwhile. */
    private Mono<Void> delete(long id, String sql, Duration kept) {
        return database.sql(ImportGroups.PATIENCE)
                .then()
                .then(database.sql("""
                                SELECT id FROM job WHERE id = :id AND finished_at < clock_timestamp() - make_interval(secs => :seconds) FOR NO KEY UPDATE
                                """)
                        .bind("id", id)
                        .bind("seconds", (double) kept.toSeconds())
                        .map(row -> Objects.requireNonNull(row.get("id", Long.class)))
                        .one())
                .flatMap(found -> database.sql(sql).bind("id", found).then())
                .as(transaction::transactional);
    }
}
