package app.rollcall.importing;

import app.rollcall.live.JobProgress;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what a screen shows of an import. Staged rows are found by their number, so that a million page like a hundred. */
@Component
class ReviewQuery {

    private static final String PAGE = """
            SELECT r.row_no, r.line, r.email, r.first_name, r.last_name, r.item_type, r.item_id, coalesce(c.title, p.title) AS item_title,
                   f.severities, f.reasons, f.columns, f.wrong, f.details
            FROM (SELECT * FROM import_row r WHERE r.import_id = :id AND %s ORDER BY r.row_no OFFSET :offset LIMIT :limit) r
            LEFT JOIN course c ON r.item_type = 'course' AND c.code = r.item_id::citext
            LEFT JOIN product p ON r.item_type = 'product' AND p.code = r.item_id::citext
            LEFT JOIN LATERAL (
              SELECT array_agg(f.severity ORDER BY f.id) AS severities, array_agg(f.reason ORDER BY f.id) AS reasons,
                     array_agg(f.column_name ORDER BY f.id) AS columns, array_agg(f.value ORDER BY f.id) AS wrong,
                     array_agg(f.detail ORDER BY f.id) AS details
              FROM import_finding f WHERE f.import_id = r.import_id AND f.row_no = r.row_no) f ON true
            ORDER BY r.row_no
            """;

    private final DatabaseClient database;

    ReviewQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<Import> find(ImportId id, JobProgress job) {
        return database.sql("SELECT * FROM import WHERE job_id = :id")
                .bind("id", id.value())
                .map(row -> new Import(
                        id,
                        job,
                        text(row, "file_name"),
                        number(row, "file_bytes"),
                        row.get("charset", String.class),
                        row.get("delimiter", String.class),
                        OnError.of(text(row, "on_error")),
                        number(row, "rows"),
                        number(row, "emails"),
                        number(row, "rows_valid"),
                        number(row, "rows_warning"),
                        number(row, "rows_error"),
                        number(row, "imported"),
                        number(row, "skipped"),
                        number(row, "invited"),
                        number(row, "enrolled")))
                .one();
    }

    Mono<List<ReviewRow>> rows(ImportId id, ReviewFilter filter, long offset, int limit) {
        return database.sql(PAGE.formatted(condition(filter)))
                .bind("id", id.value())
                .bind("offset", offset)
                .bind("limit", limit)
                .map(ReviewQuery::row)
                .all()
                .collectList();
    }

    private static String condition(ReviewFilter filter) {
        String finding =
                "EXISTS (SELECT FROM import_finding f WHERE f.import_id = r.import_id AND f.row_no = r.row_no%s)";
        String error = finding.formatted(" AND f.severity = 'error'");
        return switch (filter) {
            case ALL -> "true";
            case VALID -> "NOT " + finding.formatted("");
            case WARNINGS -> finding.formatted("") + " AND NOT " + error;
            case ERRORS -> error;
        };
    }

    Mono<List<FailedRow>> failed(ImportId id, long offset, int limit) {
        return database.sql("""
                        SELECT DISTINCT ON (f.row_no) f.row_no, r.line, r.email, f.severity, f.reason, f.column_name, f.value, f.detail
                        FROM import_finding f JOIN import_row r ON r.import_id = f.import_id AND r.row_no = f.row_no
                        WHERE f.import_id = :id AND f.severity = 'error' AND r.state = 'failed'
                        ORDER BY f.row_no, f.id OFFSET :offset LIMIT :limit
                        """)
                .bind("id", id.value())
                .bind("offset", offset)
                .bind("limit", limit)
                .map(row -> new FailedRow(
                        (int) number(row, "row_no"),
                        (int) number(row, "line"),
                        text(row, "email"),
                        new Finding(
                                Severity.of(text(row, "severity")),
                                text(row, "reason"),
                                row.get("column_name", String.class),
                                row.get("value", String.class),
                                row.get("detail", String.class))))
                .all()
                .collectList();
    }

    private static ReviewRow row(Readable row) {
        return new ReviewRow(
                (int) number(row, "row_no"),
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
        List<Finding> findings = new ArrayList<>(severities.length);
        for (int i = 0; i < severities.length; i++) {
            findings.add(new Finding(
                    Severity.of(Objects.requireNonNull(severities[i])),
                    Objects.requireNonNull(reasons[i]),
                    columns[i],
                    values[i],
                    details[i]));
        }
        return findings;
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
