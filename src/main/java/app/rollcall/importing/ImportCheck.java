package app.rollcall.importing;

import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Holds the staged rows against each other and against the database, a set at a time: all of a list, or the rows of the
 * addresses that a change touched. Only what is wrong is written: a row without a finding is valid, so that a clean file
 * costs reading alone. Run it in one transaction.
 */
@Component
class ImportCheck {

    private static final String COUNT = """
            WITH worst AS (SELECT row_no, bool_or(severity = 'error') AS error FROM import_finding WHERE import_id = :id GROUP BY row_no),
            faults AS (SELECT count(*) FILTER (WHERE error) AS errors, count(*) FILTER (WHERE NOT error) AS warnings FROM worst),
            effects AS (
              SELECT coalesce(sum(cardinality(row_nos)), 0) AS rows, count(*) FILTER (WHERE effect = 'created' AND email <> '' AND errors < cardinality(row_nos)) AS created,
                     count(*) FILTER (WHERE effect = 'updated') AS updated, count(*) FILTER (WHERE effect = 'unchanged') AS unchanged,
                     count(*) FILTER (WHERE effect = 'conflict') AS conflicts
              FROM import_email WHERE import_id = :id)
            UPDATE import SET rows = e.rows, rows_error = f.errors, rows_warning = f.warnings, rows_valid = e.rows - f.errors - f.warnings,
              will_create = e.created, will_update = e.updated, will_stay = e.unchanged, will_conflict = e.conflicts, version = version + 1
            FROM faults f, effects e WHERE job_id = :id
            """;

    /** All that the check said of rows: what was found, whom they are about, and what would change of them. */
    private static final String SAID = """
            SELECT row_no, reason, value FROM import_finding WHERE import_id = :id
            UNION ALL SELECT row_no, 'person ' || person_id, concat(changes, kept) FROM import_match WHERE import_id = :id
            """;

    private final DatabaseClient database;
    private final ImportQuery query;

    ImportCheck(DatabaseClient database, ImportQuery query) {
        this.database = database;
        this.query = query;
    }

    /** Writes every finding of the list anew and counts the outcomes. */
    Mono<Void> all(ImportId id) {
        return database.sql(ImportGroups.PATIENCE)
                .then()
                .then(query.matching(id))
                .flatMapMany(matching -> Flux.just("DELETE FROM import_finding WHERE import_id = :id")
                        .concatWithValues(MatchSql.all(matching).toArray(String[]::new))
                        .concatWith(Flux.fromIterable(CheckSql.FINDINGS).map(CheckSql::all))
                        .concatWithValues(SeatSql.ALL, CheckSql.all(MatchSql.OUTCOME), COUNT))
                .concatMap(sql -> sql.contains(":id")
                        ? database.sql(sql).bind("id", id.value()).then()
                        : database.sql(sql).then())
                .then();
    }

    /** Writes the findings of these rows anew, into their addresses' counts too; the list's own counts are the caller's. */
    Mono<Void> rows(ImportId id, Collection<Integer> rows) {
        Integer[] among = rows.toArray(Integer[]::new);
        return query.matching(id)
                .flatMapMany(
                        matching -> Flux.just("DELETE FROM import_finding r WHERE r.import_id = :id" + CheckSql.ONLY)
                                .concatWithValues(MatchSql.only(matching).toArray(String[]::new))
                                .concatWith(Flux.fromIterable(CheckSql.FINDINGS).map(CheckSql::only))
                                .concatWithValues(SeatSql.ONLY, CheckSql.only(MatchSql.OUTCOME)))
                .concatMap(sql -> database.sql(sql)
                        .bind("id", id.value())
                        .bind("rows", among)
                        .then())
                .then();
    }

    /** The addresses of other rows that got or lost a seat by a change of these. */
    Flux<String> reseated(ImportId id, Collection<Integer> rows) {
        return database.sql(SeatSql.TURNED)
                .bind("id", id.value())
                .bind("rows", rows.toArray(Integer[]::new))
                .map(row -> Objects.requireNonNull(row.get("email", String.class)))
                .all();
    }

    /** What was found of these rows, in a form to compare. */
    Mono<String> fingerprint(ImportId id, Collection<Integer> rows) {
        return database.sql("""
                        SELECT coalesce(string_agg(concat_ws(' ', row_no, reason, value), ',' ORDER BY row_no, reason), '')
                        FROM (%s) said WHERE row_no = ANY(:rows)
                        """.formatted(SAID))
                .bind("id", id.value())
                .bind("rows", rows.toArray(Integer[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }

    /** Remembers what was found until the transaction ends, so that {@link #moved} can tell what turned. */
    Mono<Void> remember(ImportId id) {
        return database.sql(
                        "CREATE TEMPORARY TABLE found_before (row_no integer, reason text, value text) ON COMMIT DROP")
                .then()
                .then(database.sql("INSERT INTO found_before " + SAID)
                        .bind("id", id.value())
                        .then());
    }

    /** How many rows are judged otherwise than was remembered. */
    Mono<Long> moved(ImportId id) {
        return database.sql("""
                        SELECT count(DISTINCT row_no) FROM (
                          (%1$s EXCEPT ALL TABLE found_before) UNION ALL (TABLE found_before EXCEPT ALL (%1$s))) turned
                        """.formatted("(" + SAID + ")"))
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }
}
