package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.StagedRow;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of the rows that failed, each with the first error that was found of it. */
@Component
class FailedQuery {

    private static final String FAILED = """
            FROM (SELECT DISTINCT ON (f.row_no) f.row_no, r.line, r.email, r.first_name, r.last_name, r.item_type, r.item_id,
                    r.fields::text AS fields, f.severity, f.reason, f.column_name, f.value, f.detail
                  FROM import_finding f JOIN import_row r ON r.import_id = f.import_id AND r.row_no = f.row_no
                  WHERE f.import_id = :id AND f.severity = 'error' AND r.state = 'failed' AND f.row_no > :after
                    AND (:find = '%' || '%' OR r.email ILIKE :find OR r.fields ->> 'employee_id' ILIKE :find OR r.line::text = btrim(:find, '%'))
                  ORDER BY f.row_no %s, f.id) failed
            WHERE (:reason = '' OR reason = :reason)
            """;

    private final DatabaseClient database;

    FailedQuery(DatabaseClient database) {
        this.database = database;
    }

    /** In the order they were put, or the newest first. */
    Mono<List<FailedRow>> page(ImportId id, FailedFilter filter, boolean newestFirst, long offset, int limit) {
        String order = newestFirst ? "DESC" : "";
        return bound(
                        "SELECT * " + failed(order) + "ORDER BY row_no " + order + " OFFSET :offset LIMIT :limit",
                        id,
                        filter,
                        Integer.MIN_VALUE)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(FailedQuery::row)
                .all()
                .collectList();
    }

    Mono<Long> count(ImportId id, FailedFilter filter) {
        return bound("SELECT count(*) AS rows " + failed(""), id, filter, Integer.MIN_VALUE)
                .map(row -> number(row, "rows"))
                .one();
    }

    Mono<List<FailedReason>> reasons(ImportId id) {
        return bound(
                        "SELECT reason, count(*) AS rows " + failed("")
                                + "GROUP BY reason ORDER BY count(*) DESC, reason",
                        id,
                        FailedFilter.ALL,
                        Integer.MIN_VALUE)
                .map(row -> new FailedReason(text(row, "reason"), number(row, "rows")))
                .all()
                .collectList();
    }

    /** The rows after one number, whole. */
    Mono<List<NotImported>> after(ImportId id, int row, int limit) {
        return bound("SELECT * " + failed("") + "ORDER BY row_no LIMIT :limit", id, FailedFilter.ALL, row)
                .bind("limit", limit)
                .map(found -> new NotImported(row(found)))
                .all()
                .collectList();
    }

    private static String failed(String order) {
        return FAILED.replace("%s", order);
    }

    private GenericExecuteSpec bound(String sql, ImportId id, FailedFilter filter, int after) {
        return database.sql(sql)
                .bind("id", id.value())
                .bind("after", after)
                .bind("find", filter.pattern())
                .bind("reason", filter.reason());
    }

    /** Of the columns that not every list has, those that this one has. */
    Mono<List<Column>> columns(ImportId id) {
        return database.sql(
                        "SELECT array_agg(DISTINCT c) AS read FROM import_source, unnest(read_columns) c WHERE import_id = :id")
                .bind("id", id.value())
                .map(row -> {
                    String[] read = row.get("read", String[].class);
                    Set<String> headings = read == null ? Set.of() : Set.of(read);
                    return Arrays.stream(Column.values())
                            .filter(column -> !column.core() && headings.contains(column.heading()))
                            .toList();
                })
                .one();
    }

    /** A row that failed, as it stands, locked until the transaction ends. */
    Mono<StagedRow> find(ImportId id, int row) {
        return database.sql("""
                        SELECT row_no, line, email, first_name, last_name, item_type, item_id, fields::text AS fields FROM import_row
                        WHERE import_id = :id AND row_no = :row AND state = 'failed' FOR UPDATE
                        """)
                .bind("id", id.value())
                .bind("row", row)
                .map(found -> new StagedRow(
                        (int) number(found, "row_no"),
                        (int) number(found, "line"),
                        text(found, "email"),
                        text(found, "first_name"),
                        text(found, "last_name"),
                        text(found, "item_type"),
                        text(found, "item_id"),
                        others(found.get("fields", String.class)),
                        null))
                .one();
    }

    private static FailedRow row(Readable row) {
        return new FailedRow(
                (int) number(row, "row_no"),
                (int) number(row, "line"),
                text(row, "email"),
                text(row, "first_name"),
                text(row, "last_name"),
                text(row, "item_type"),
                text(row, "item_id"),
                others(row.get("fields", String.class)),
                new Finding(
                        Severity.of(text(row, "severity")),
                        text(row, "reason"),
                        row.get("column_name", String.class),
                        row.get("value", String.class),
                        row.get("detail", String.class),
                        null));
    }

    private static Map<Column, String> others(@Nullable String json) {
        return json == null ? Map.of() : StagedCopy.fields(json);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
