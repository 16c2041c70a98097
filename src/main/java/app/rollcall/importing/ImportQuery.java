package app.rollcall.importing;

import app.rollcall.security.PersonId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
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
    Mono<Boolean> insert(ImportId id) {
        return database.sql("INSERT INTO import (job_id) VALUES (:id) ON CONFLICT DO NOTHING")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What was decided about a new list before anything is known of it. */
    Mono<Void> decide(ImportId id, Beforehand decided) {
        return decided.equals(Beforehand.NOTHING)
                ? Mono.empty()
                : choose(id, decided.options())
                        .then(rule(id, decided.onError()))
                        .then(database.sql(
                                        "UPDATE import SET then_validate = :validate, course_code = :course WHERE job_id = :id")
                                .bind("validate", decided.validate())
                                .bind("course", Parameters.in(R2dbcType.VARCHAR, decided.course()))
                                .bind("id", id.value())
                                .then());
    }

    /** The course that rows get which name nothing themselves; empty when there is none. */
    Mono<String> course(ImportId id) {
        return database.sql("SELECT course_code FROM import WHERE job_id = :id AND course_code IS NOT NULL")
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }

    /** Whether the list, now read, is to be checked without anybody asking; says so once. */
    Mono<Boolean> validates(ImportId id) {
        return database.sql("UPDATE import SET then_validate = false WHERE job_id = :id AND then_validate AND rows > 0")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Lets the runner read what was kept; false when the list is no longer put together. Locks the job, so that a running reader sees it. */
    Mono<Boolean> reading(ImportId id) {
        return database.sql("""
                        UPDATE job SET state = 'preparing', step = 'reading', reason = NULL, finished_at = NULL,
                          total = CASE WHEN state = 'preparing' AND step = 'reading' THEN total ELSE greatest(done, 1) END
                        WHERE id = :id AND (state = 'preparing' AND step IN ('uploading', 'reading') OR state = 'review' AND step = 'adding'
                          OR state = 'failed' AND step = 'reading')
                        """).bind("id", id.value()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** A list that nothing runs for: it waits for typed lines and files. */
    Mono<Void> collecting(ImportId id, String title) {
        return database.sql(
                        "UPDATE job SET state = 'review', step = 'adding', title = :title WHERE id = :id AND state = 'preparing'")
                .bind("title", title)
                .bind("id", id.value())
                .then();
    }

    /** Moves a list that waits for a person to another step of putting it together or looking at it. */
    Mono<Void> turn(ImportId id, Step step) {
        return database.sql("UPDATE job SET step = :step, reason = NULL WHERE id = :id AND state = 'review'")
                .bind("step", step.code())
                .bind("id", id.value())
                .then();
    }

    /** Hands a list that waits for a person to the runner. */
    Mono<Void> hand(ImportId id, Step step) {
        return database.sql("""
                        UPDATE job SET state = 'preparing', step = :step, total = (SELECT rows FROM import WHERE job_id = :id), done = 0, failed = 0,
                          cursor = 0, claims = 0, reason = NULL, started_at = clock_timestamp(), run_started_at = NULL, run_started_done = 0, progress_at = NULL
                        WHERE id = :id AND state = 'review'
                        """)
                .bind("step", step.code())
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

    /**
     * A list as a change or a confirmation finds it, locked until the transaction ends.
     *
     * @param inReview whether it waits for a person
     */
    record Review(boolean inReview, Step step, long rows, long errors, int version) {

        boolean checked() {
            return step == Step.CHECKING;
        }
    }

    Mono<Review> lockForReview(ImportId id) {
        return database.sql("""
                        SELECT j.state = 'review' AS in_review, j.step, i.rows, i.rows_error, i.version
                        FROM job j JOIN import i ON i.job_id = j.id WHERE j.id = :id FOR NO KEY UPDATE OF j
                        """)
                .bind("id", id.value())
                .map(row -> new Review(
                        Boolean.TRUE.equals(row.get("in_review", Boolean.class)),
                        Step.of(Objects.requireNonNull(row.get("step", String.class))),
                        Objects.requireNonNull(row.get("rows", Long.class)),
                        Objects.requireNonNull(row.get("rows_error", Long.class)),
                        Objects.requireNonNull(row.get("version", Integer.class))))
                .one();
    }

    /** Why the one thing that the list was to be made of was refused; an empty text when there is something in the list. */
    Mono<String> onlyRefusal(ImportId id) {
        return database.sql("""
                        SELECT coalesce(max(refusal) FILTER (WHERE state = 'refused' AND alone), '') FROM (
                          SELECT state, refusal, count(*) OVER () = 1 AS alone FROM import_source WHERE import_id = :id AND state <> 'uploading') s
                        """)
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }

    Mono<Matching> matching(ImportId id) {
        return database.sql("SELECT match_by, mode, blank_erases, overwrite_edited FROM import WHERE job_id = :id")
                .bind("id", id.value())
                .map(row -> matching(row))
                .one();
    }

    static Matching matching(Readable row) {
        return new Matching(
                Arrays.stream(Objects.requireNonNull(row.get("match_by", String[].class)))
                        .map(Matching.Key::of)
                        .toList(),
                Matching.Mode.of(Objects.requireNonNull(row.get("mode", String.class))),
                Boolean.TRUE.equals(row.get("blank_erases", Boolean.class)),
                Boolean.TRUE.equals(row.get("overwrite_edited", Boolean.class)));
    }

    Mono<Void> choose(ImportId id, Options options) {
        return database.sql("""
                        UPDATE import SET invitations = :invitations, requirement = :requirement, due_on = :due, message = :message,
                          expires_days = :days, match_by = :by, mode = :mode, blank_erases = :blank, overwrite_edited = :overwrite,
                          version = version + 1
                        WHERE job_id = :id
                        """)
                .bind("id", id.value())
                .bind("invitations", options.invitations().code())
                .bind("requirement", options.required() ? "required" : "optional")
                .bind("due", Parameters.in(R2dbcType.DATE, options.dueOn()))
                .bind("message", Parameters.in(R2dbcType.VARCHAR, options.message()))
                .bind("days", Parameters.in(R2dbcType.INTEGER, options.expiresDays()))
                .bind(
                        "by",
                        options.matching().by().stream().map(Matching.Key::code).toArray(String[]::new))
                .bind("mode", options.matching().mode().code())
                .bind("blank", options.matching().blankErases())
                .bind("overwrite", options.matching().overwriteEdited())
                .then();
    }

    Mono<Void> rule(ImportId id, OnError onError) {
        return database.sql("UPDATE import SET on_error = :onError WHERE job_id = :id")
                .bind("onError", onError.code())
                .bind("id", id.value())
                .then();
    }

    /** The rows there are: how they were decided about, how many, and the numbers they run from and to. */
    record Extent(OnError onError, Matching.Mode mode, long rows, long errors, int first, int last) {}

    Mono<Extent> extent(ImportId id) {
        return database.sql("""
                        SELECT i.on_error, i.mode, i.rows, i.rows_error,
                               coalesce((SELECT min(row_no) FROM import_row r WHERE r.import_id = i.job_id), 1) AS first,
                               coalesce((SELECT max(row_no) FROM import_row r WHERE r.import_id = i.job_id), 0) AS last
                        FROM import i WHERE i.job_id = :id
                        """)
                .bind("id", id.value())
                .map(row -> new Extent(
                        OnError.of(Objects.requireNonNull(row.get("on_error", String.class))),
                        Matching.Mode.of(Objects.requireNonNull(row.get("mode", String.class))),
                        Objects.requireNonNull(row.get("rows", Long.class)),
                        Objects.requireNonNull(row.get("rows_error", Long.class)),
                        Objects.requireNonNull(row.get("first", Integer.class)),
                        Objects.requireNonNull(row.get("last", Integer.class))))
                .one();
    }

    Mono<Boolean> discard(ImportId id) {
        return database.sql("""
                        UPDATE job SET state = 'cancelled', finished_at = clock_timestamp(), run = run + 1
                        WHERE id = :id AND state IN ('preparing', 'review')
                        """).bind("id", id.value()).fetch().rowsUpdated().map(rows -> rows == 1);
    }
}
