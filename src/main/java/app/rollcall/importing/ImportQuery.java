package app.rollcall.importing;

import app.rollcall.importing.csv.Dialect;
import app.rollcall.security.PersonId;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of an import's own row: its life from the upload to the confirmation. */
@Component
class ImportQuery {

    private final DatabaseClient database;

    ImportQuery(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the import is new; false when this upload was seen before. */
    Mono<Boolean> insert(ImportId id, String fileName) {
        return database.sql("INSERT INTO import (job_id, file_name) VALUES (:id, :name) ON CONFLICT DO NOTHING")
                .bind("id", id.value())
                .bind("name", fileName)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Uploads that were cut off together with their node a day ago or longer: nobody will finish them. */
    Mono<Void> sweepBrokenUploads() {
        return database.sql("""
                        DELETE FROM job WHERE kind = 'import' AND state = 'preparing' AND step = 'uploading'
                          AND created_at < clock_timestamp() - interval '1 day'
                        """).then();
    }

    Mono<Void> uploaded(ImportId id, ImportFiles.Kept kept) {
        return database.sql("""
                        WITH file AS (UPDATE import SET file_bytes = :bytes, file_sha256 = :sha WHERE job_id = :id)
                        UPDATE job SET step = 'reading', total = :bytes WHERE id = :id
                        """)
                .bind("bytes", kept.bytes())
                .bind("sha", kept.sha256())
                .bind("id", id.value())
                .then();
    }

    Mono<Void> staged(ImportId id, Dialect dialect) {
        return database.sql("UPDATE import SET charset = :charset, delimiter = :delimiter WHERE job_id = :id")
                .bind("charset", dialect.charset().name())
                .bind("delimiter", String.valueOf(dialect.delimiter()))
                .bind("id", id.value())
                .then();
    }

    /** Takes a broken upload away, and whatever hangs on it. */
    Mono<Void> forget(ImportId id) {
        return database.sql("DELETE FROM job WHERE id = :id AND step = 'uploading'")
                .bind("id", id.value())
                .then();
    }

    Mono<Boolean> ownedBy(ImportId id, PersonId person) {
        return database.sql("SELECT EXISTS (SELECT FROM job WHERE id = :id AND created_by = :person)")
                .bind("id", id.value())
                .bind("person", person.value())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** What stands in the way of a confirmation, locked until the transaction ends. */
    record Review(boolean inReview, long rows, long errors) {}

    Mono<Review> lockForReview(ImportId id) {
        return database.sql("""
                        SELECT j.state = 'review' AS in_review, i.rows, i.rows_error
                        FROM job j JOIN import i ON i.job_id = j.id WHERE j.id = :id FOR NO KEY UPDATE OF j
                        """)
                .bind("id", id.value())
                .map(row -> new Review(
                        Boolean.TRUE.equals(row.get("in_review", Boolean.class)),
                        Objects.requireNonNull(row.get("rows", Long.class)),
                        Objects.requireNonNull(row.get("rows_error", Long.class))))
                .one();
    }

    Mono<Void> confirm(ImportId id, OnError onError, long rows) {
        return database.sql("""
                        WITH choice AS (UPDATE import SET on_error = :onError WHERE job_id = :id)
                        UPDATE job SET state = 'queued', step = 'applying', total = :rows, done = 0, failed = 0, cursor = 0, claims = 0,
                          started_at = clock_timestamp(), run_started_at = NULL, run_started_done = 0, progress_at = NULL
                        WHERE id = :id AND state = 'review'
                        """)
                .bind("onError", onError.code())
                .bind("rows", rows)
                .bind("id", id.value())
                .then();
    }

    Mono<Boolean> discard(ImportId id) {
        return database.sql("""
                        UPDATE job SET state = 'cancelled', finished_at = clock_timestamp(), run = run + 1
                        WHERE id = :id AND state IN ('preparing', 'review')
                        """).bind("id", id.value()).fetch().rowsUpdated().map(rows -> rows == 1);
    }
}
