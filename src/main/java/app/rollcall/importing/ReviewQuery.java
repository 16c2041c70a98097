package app.rollcall.importing;

import app.rollcall.live.JobProgress;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what a screen shows of an import as a whole, and of what failed of it. */
@Component
class ReviewQuery {

    private final DatabaseClient database;

    ReviewQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<Import> find(ImportId id, JobProgress job, List<Source> sources) {
        return database.sql("SELECT * FROM import WHERE job_id = :id")
                .bind("id", id.value())
                .map(row -> new Import(
                        id,
                        job,
                        sources,
                        OnError.of(text(row, "on_error")),
                        new Options(
                                Options.Invitations.of(text(row, "invitations")),
                                text(row, "requirement").equals("required"),
                                row.get("due_on", LocalDate.class),
                                row.get("message", String.class),
                                row.get("expires_days", Integer.class),
                                ImportQuery.matching(row)),
                        number(row, "rows"),
                        number(row, "emails"),
                        number(row, "rows_valid"),
                        number(row, "rows_warning"),
                        number(row, "rows_error"),
                        new Effects(
                                number(row, "will_create"),
                                number(row, "will_update"),
                                number(row, "will_stay"),
                                number(row, "will_conflict")),
                        number(row, "imported"),
                        number(row, "updated"),
                        number(row, "skipped"),
                        number(row, "invited"),
                        number(row, "enrolled"),
                        (int) number(row, "version"),
                        row.get("hidden_from", Integer.class) != null))
                .one();
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
                                row.get("detail", String.class),
                                null)))
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
