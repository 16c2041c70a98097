package app.rollcall.importing;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts failed rows once more: they move to the end of the list, behind the cursor, and are checked anew. What is applied goes
 * by the cursor alone, so that a second pass is no other than the first. Run it with the job held.
 */
@Component
class ImportAgain {

    private static final String QUEUE = """
            WITH last AS (SELECT greatest(max(row_no), 0) AS no FROM import_row WHERE import_id = :id),
            failed AS MATERIALIZED (
              SELECT r.row_no, staged_key(r.email, r.fields) AS key, (last.no + row_number() OVER (ORDER BY r.row_no))::integer AS next
              FROM import_row r, last WHERE r.import_id = :id AND r.state = 'failed' /* among */),
            moved AS (
              UPDATE import_row r SET row_no = f.next, state = 'staged', person_id = NULL FROM failed f WHERE r.import_id = :id AND r.row_no = f.row_no),
            found AS (DELETE FROM import_finding x USING failed f WHERE x.import_id = :id AND x.row_no = f.row_no),
            matched AS (DELETE FROM import_match m USING failed f WHERE m.import_id = :id AND m.row_no = f.row_no),
            grouped AS (
              SELECT g.group_no, array_agg(coalesce(f.next, n.no) ORDER BY coalesce(f.next, n.no)) AS row_nos
              FROM import_email g CROSS JOIN LATERAL unnest(g.row_nos) n (no) LEFT JOIN failed f ON f.row_no = n.no
              WHERE g.import_id = :id AND g.email IN (SELECT key FROM failed) GROUP BY g.group_no),
            regrouped AS (UPDATE import_email g SET row_nos = n.row_nos FROM grouped n WHERE g.import_id = :id AND g.group_no = n.group_no)
            SELECT next FROM failed
            """;

    private final DatabaseClient database;
    private final ImportCheck check;

    ImportAgain(DatabaseClient database, ImportCheck check) {
        this.database = database;
        this.check = check;
    }

    /** Has the failed rows put once more before the next chunk; empty when the import's rows are not kept any more. */
    Mono<Boolean> ask(ImportId id) {
        return database.sql("UPDATE import SET again = true WHERE job_id = :id AND rows_deleted_at IS NULL")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(_ -> true);
    }

    /** Whether it was asked for since the last time. */
    Mono<Boolean> asked(ImportId id) {
        return database.sql("UPDATE import SET again = false WHERE job_id = :id AND again")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Puts every failed row once more; how many. */
    Mono<Integer> all(ImportId id) {
        return database.sql(ImportGroups.PATIENCE)
                .then()
                .then(queue(id, database.sql(CheckSql.all(QUEUE))))
                .map(List::size);
    }

    /** The same for these rows. */
    Mono<Integer> some(ImportId id, Collection<Integer> rows) {
        return queue(id, database.sql(CheckSql.only(QUEUE)).bind("rows", rows.toArray(Integer[]::new)))
                .map(List::size);
    }

    private Mono<List<Integer>> queue(ImportId id, DatabaseClient.GenericExecuteSpec sql) {
        return sql.bind("id", id.value())
                .map(row -> number(row))
                .all()
                .collectList()
                .flatMap(rows ->
                        rows.isEmpty() ? Mono.just(rows) : check.rows(id, rows).thenReturn(rows));
    }

    /** Whether the row fails as it stands. */
    Mono<Boolean> fails(ImportId id, int row) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM import_finding WHERE import_id = :id AND row_no = :row AND severity = 'error')
                        """)
                .bind("id", id.value())
                .bind("row", row)
                .map(found -> Boolean.TRUE.equals(found.get(0, Boolean.class)))
                .one();
    }

    private static int number(Readable row) {
        return Objects.requireNonNull(row.get("next", Integer.class));
    }
}
