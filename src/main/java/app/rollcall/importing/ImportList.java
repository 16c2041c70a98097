package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.Problem;
import app.rollcall.importing.csv.StagedRow;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of single rows of a list: typed, changed, removed, cleared and taken back. */
@Component
class ImportList {

    private static final String HIDDEN =
            "EXISTS (SELECT FROM import i WHERE i.job_id = :id AND r.row_no BETWEEN i.hidden_from AND i.hidden_to)";

    /** So many rows are mended by one click; a heap has an end. */
    private static final int ALIKE = 100_000;

    private final DatabaseClient database;

    ImportList(DatabaseClient database) {
        this.database = database;
    }

    /** A row as it stands, locked until the transaction ends; empty when it is gone. */
    Mono<StagedRow> find(ImportId id, int row) {
        return database.sql(
                        "SELECT row_no, line, email, first_name, last_name, item_type, item_id, fields::text AS fields FROM import_row r"
                                + " WHERE import_id = :id AND row_no = :row AND state = 'staged' AND NOT " + HIDDEN
                                + " FOR UPDATE")
                .bind("id", id.value())
                .bind("row", row)
                .map(ImportList::staged)
                .one();
    }

    private static StagedRow staged(Readable row) {
        return new StagedRow(
                (int) number(row, "row_no"),
                (int) number(row, "line"),
                text(row, "email"),
                text(row, "first_name"),
                text(row, "last_name"),
                text(row, "item_type"),
                text(row, "item_id"),
                fields(row.get("fields", String.class)),
                null);
    }

    private static Map<Column, String> fields(@Nullable String json) {
        return json == null ? Map.of() : StagedCopy.fields(json);
    }

    /** Adds a typed row above all others and gives its number. */
    Mono<Integer> add(ImportId id, StagedRow row) {
        return cells(database.sql("""
                                INSERT INTO import_row (import_id, source_no, row_no, line, email, first_name, last_name, item_type, item_id,
                                  problem, problem_column, problem_value)
                                SELECT :id, 0, least(coalesce(min(row_no), 0), 0) - 1, 0, :email, :first, :last, :type, :item, :problem, :column, :value
                                FROM import_row WHERE import_id = :id RETURNING row_no
                                """).bind("id", id.value()), row)
                .map(added -> (int) number(added, "row_no"))
                .one();
    }

    /**
     * Writes these rows' cells and problems, in one statement however many they are. What is wrong with a row as a whole, such as
     * its number of cells, no change of a cell mends.
     */
    Mono<Void> write(ImportId id, List<StagedRow> rows) {
        return database.sql("""
                        UPDATE import_row r SET email = c.email, first_name = c.first, last_name = c.last, item_type = c.type, item_id = c.item,
                          fields = c.fields::jsonb,
                          problem = CASE WHEN r.problem_column = '' THEN r.problem ELSE c.problem END,
                          problem_column = CASE WHEN r.problem_column = '' THEN '' ELSE c.problem_column END,
                          problem_value = CASE WHEN r.problem_column = '' THEN r.problem_value ELSE c.problem_value END,
                          problem_fix = CASE WHEN r.problem_column = '' THEN NULL ELSE c.problem_fix END
                        FROM unnest(:rows, :emails, :firsts, :lasts, :types, :items, :fields, :problems, :columns, :values, :fixes)
                          AS c (row_no, email, first, last, type, item, fields, problem, problem_column, problem_value, problem_fix)
                        WHERE r.import_id = :id AND r.row_no = c.row_no
                        """)
                .bind("id", id.value())
                .bind("rows", rows.stream().map(StagedRow::rowNo).toArray(Integer[]::new))
                .bind("emails", texts(rows, StagedRow::email))
                .bind("firsts", texts(rows, StagedRow::firstName))
                .bind("lasts", texts(rows, StagedRow::lastName))
                .bind("types", texts(rows, StagedRow::itemType))
                .bind("items", texts(rows, StagedRow::itemId))
                .bind("fields", texts(rows, row -> StagedCopy.json(row.fields())))
                .bind("problems", problems(rows, problem -> problem.reason().code()))
                .bind("columns", problems(rows, Problem::column))
                .bind("values", problems(rows, Problem::value))
                .bind("fixes", problems(rows, Problem::fix))
                .then();
    }

    private static @Nullable String[] problems(List<StagedRow> rows, Function<Problem, @Nullable String> part) {
        return texts(rows, row -> row.problem() == null ? null : part.apply(row.problem()));
    }

    private static @Nullable String[] texts(List<StagedRow> rows, Function<StagedRow, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    private static DatabaseClient.GenericExecuteSpec cells(DatabaseClient.GenericExecuteSpec spec, StagedRow row) {
        Problem problem = row.problem();
        return bound(
                bound(
                        bound(
                                spec.bind("email", row.email())
                                        .bind("first", row.firstName())
                                        .bind("last", row.lastName())
                                        .bind("type", row.itemType())
                                        .bind("item", row.itemId()),
                                "problem",
                                problem == null ? null : problem.reason().code()),
                        "column",
                        problem == null ? null : problem.column()),
                "value",
                problem == null ? null : problem.value());
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }

    Mono<Void> remove(ImportId id, int row) {
        return Flux.just(
                        "DELETE FROM import_finding WHERE import_id = :id AND row_no = :row",
                        "DELETE FROM import_row WHERE import_id = :id AND row_no = :row")
                .concatMap(sql -> database.sql(sql)
                        .bind("id", id.value())
                        .bind("row", row)
                        .then())
                .then();
    }

    /** Hides all rows there are; rows that come later are outside. */
    Mono<Void> clear(ImportId id) {
        return database.sql("""
                        UPDATE import SET hidden_from = r.first, hidden_to = r.last
                        FROM (SELECT min(row_no) AS first, max(row_no) AS last FROM import_row WHERE import_id = :id) r
                        WHERE job_id = :id AND r.first IS NOT NULL
                        """).bind("id", id.value()).then();
    }

    Mono<Void> restore(ImportId id) {
        return database.sql("UPDATE import SET hidden_from = NULL, hidden_to = NULL WHERE job_id = :id")
                .bind("id", id.value())
                .then();
    }

    /** Deletes what was cleared: from here on it cannot be taken back. */
    Mono<Void> sweep(ImportId id) {
        return Flux.just("DELETE FROM import_row r WHERE r.import_id = :id AND " + HIDDEN, """
                        UPDATE import SET hidden_from = NULL, hidden_to = NULL WHERE job_id = :id AND hidden_from IS NOT NULL
                        """)
                .concatMap(sql -> database.sql(sql).bind("id", id.value()).then())
                .then();
    }

    /** The fix found for a row's fault. */
    record Found(String reason, String value, String column, String fix) {}

    Mono<Found> fix(ImportId id, int row, String reason) {
        return database.sql("""
                        SELECT reason, coalesce(value, '') AS value, fix_column, fix_value FROM import_finding
                        WHERE import_id = :id AND row_no = :row AND reason = :reason AND fix_value IS NOT NULL
                        """)
                .bind("id", id.value())
                .bind("row", row)
                .bind("reason", reason)
                .map(found -> new Found(
                        text(found, "reason"),
                        text(found, "value"),
                        text(found, "fix_column"),
                        text(found, "fix_value")))
                .one();
    }

    /** The rows that the same fix would mend. */
    Mono<List<StagedRow>> alike(ImportId id, Found found) {
        return database.sql("""
                        SELECT r.row_no, r.line, r.email, r.first_name, r.last_name, r.item_type, r.item_id, r.fields::text AS fields
                        FROM import_finding f JOIN import_row r ON r.import_id = f.import_id AND r.row_no = f.row_no
                        WHERE f.import_id = :id AND f.reason = :reason AND f.value = :value AND f.fix_value = :fix AND f.fix_column = :column
                        ORDER BY r.row_no LIMIT :limit
                        """)
                .bind("id", id.value())
                .bind("reason", found.reason())
                .bind("value", found.value())
                .bind("fix", found.fix())
                .bind("column", found.column())
                .bind("limit", ALIKE)
                .map(ImportList::staged)
                .all()
                .collectList();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
