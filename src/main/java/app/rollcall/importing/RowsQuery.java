package app.rollcall.importing;

import app.rollcall.database.LikeText;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of the rows that a screen shows. They are found by their number, so that a million page like a hundred. */
@Component
class RowsQuery {

    /** The rows chosen, with the title of their item and what is wrong with them. */
    private static final String ROWS = """
            SELECT r.row_no, r.source_no, r.line, r.email, r.first_name, r.last_name, r.item_type, r.item_id, coalesce(c.title, p.title) AS item_title,
                   f.severities, f.reasons, f.columns, f.wrong, f.details, f.fix_columns, f.fixes, f.alike
            FROM import_row r
            LEFT JOIN course c ON r.item_type = 'course' AND c.code = r.item_id::citext
            LEFT JOIN product p ON r.item_type = 'product' AND p.code = r.item_id::citext
            LEFT JOIN LATERAL (
              SELECT array_agg(f.severity ORDER BY f.id) AS severities, array_agg(f.reason ORDER BY f.id) AS reasons,
                     array_agg(f.column_name ORDER BY f.id) AS columns, array_agg(f.value ORDER BY f.id) AS wrong,
                     array_agg(f.detail ORDER BY f.id) AS details, array_agg(f.fix_column ORDER BY f.id) AS fix_columns,
                     array_agg(f.fix_value ORDER BY f.id) AS fixes,
                     array_agg(CASE WHEN f.fix_value IS NOT NULL THEN (
                       SELECT count(*) FROM import_finding a WHERE a.import_id = f.import_id AND a.reason = f.reason AND a.value = f.value
                         AND a.fix_column = f.fix_column AND a.fix_value = f.fix_value) END ORDER BY f.id) AS alike
              FROM import_finding f WHERE f.import_id = r.import_id AND f.row_no = r.row_no) f ON true
            WHERE r.import_id = :id AND r.row_no = ANY(:rows)
            ORDER BY r.row_no
            """;

    private static final String SHOWN =
            " FROM import_row r WHERE r.import_id = :id AND (:find = '' OR r.email ILIKE '%' || :find || '%')"
                    + " AND NOT EXISTS (SELECT FROM import i WHERE i.job_id = :id AND r.row_no BETWEEN i.hidden_from AND i.hidden_to)";

    private final DatabaseClient database;

    RowsQuery(DatabaseClient database) {
        this.database = database;
    }

    /** Rows found by their number where the numbers run without a gap, so that the last page comes as fast as the first. */
    Mono<List<ReviewRow>> list(ImportId id, String find, long offset, int limit) {
        return database.sql("""
                        WITH e AS (SELECT min(row_no) AS first, max(row_no) AS last FROM import_row WHERE import_id = :id),
                        dense AS (SELECT e.first, i.rows = e.last - e.first + CASE WHEN e.first < 0 AND e.last > 0 THEN 0 ELSE 1 END
                                    AND i.hidden_from IS NULL AND :find = '' AS sure FROM e, import i WHERE i.job_id = :id)
                        SELECT first, sure FROM dense
                        """)
                .bind("id", id.value())
                .bind("find", LikeText.escaped(find))
                .map(row ->
                        new Run(row.get("first", Integer.class), Boolean.TRUE.equals(row.get("sure", Boolean.class))))
                .one()
                .flatMap(run -> run.sure() ? numbered(run, offset, limit) : searched(id, find, offset, limit))
                .flatMap(rows -> rows(id, rows));
    }

    /** Where a list's numbers begin, and whether they have no gap. */
    private record Run(@Nullable Integer first, boolean sure) {}

    /** There is no row 0. */
    private static Mono<List<Integer>> numbered(Run run, long offset, int limit) {
        int first = Objects.requireNonNull(run.first());
        return Flux.range(0, limit)
                .map(i -> (int) (first + offset + i))
                .map(no -> first < 0 && no >= 0 ? no + 1 : no)
                .collectList();
    }

    private Mono<List<Integer>> searched(ImportId id, String find, long offset, int limit) {
        return database.sql("SELECT r.row_no" + SHOWN + " ORDER BY r.row_no OFFSET :offset LIMIT :limit")
                .bind("id", id.value())
                .bind("find", LikeText.escaped(find))
                .bind("offset", offset)
                .bind("limit", limit)
                .map(row -> (int) number(row, "row_no"))
                .all()
                .collectList();
    }

    Mono<Long> count(ImportId id, String find) {
        return find.isBlank()
                ? database.sql("SELECT rows FROM import WHERE job_id = :id")
                        .bind("id", id.value())
                        .map(row -> number(row, "rows"))
                        .one()
                : database.sql("SELECT count(*) AS rows" + SHOWN)
                        .bind("id", id.value())
                        .bind("find", LikeText.escaped(find))
                        .map(row -> number(row, "rows"))
                        .one();
    }

    Mono<List<ReviewRow>> rows(ImportId id, Collection<Integer> rows) {
        return rows.isEmpty()
                ? Mono.just(List.of())
                : database.sql(ROWS)
                        .bind("id", id.value())
                        .bind("rows", rows.toArray(Integer[]::new))
                        .map(RowsQuery::row)
                        .all()
                        .collectList();
    }

    private static ReviewRow row(Readable row) {
        return new ReviewRow(
                (int) number(row, "row_no"),
                (int) number(row, "source_no"),
                (int) number(row, "line"),
                text(row, "email"),
                text(row, "first_name"),
                text(row, "last_name"),
                text(row, "item_type"),
                text(row, "item_id"),
                row.get("item_title", String.class),
                findings(row));
    }

    private static List<Finding> findings(Readable row) {
        @Nullable String @Nullable [] severities = row.get("severities", String[].class);
        if (severities == null) {
            return List.of();
        }
        @Nullable String[] reasons = array(row, "reasons");
        @Nullable String[] columns = array(row, "columns");
        @Nullable String[] values = array(row, "wrong");
        @Nullable String[] details = array(row, "details");
        @Nullable String[] fixColumns = array(row, "fix_columns");
        @Nullable String[] fixes = array(row, "fixes");
        @Nullable Long[] alike = Objects.requireNonNull(row.get("alike", Long[].class));
        List<Finding> findings = new ArrayList<>(severities.length);
        for (int i = 0; i < severities.length; i++) {
            findings.add(new Finding(
                    Severity.of(Objects.requireNonNull(severities[i])),
                    Objects.requireNonNull(reasons[i]),
                    columns[i],
                    values[i],
                    details[i],
                    fix(fixColumns[i], fixes[i], alike[i])));
        }
        return findings;
    }

    private static @Nullable Fix fix(@Nullable String column, @Nullable String value, @Nullable Long alike) {
        return column == null || value == null ? null : new Fix(column, value, alike == null ? 1 : Math.max(1, alike));
    }

    private static @Nullable String[] array(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String[].class));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
