package app.rollcall.importing;

import app.rollcall.live.JobProgress;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what a screen shows of an import as a whole. */
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
                        options(row),
                        row.get("course_code", String.class),
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
                        row.get("hidden_from", Integer.class) != null,
                        row.get("rows_deleted_at", OffsetDateTime.class) == null))
                .one();
    }

    static Options options(Readable row) {
        return new Options(
                Options.Invitations.of(text(row, "invitations")),
                text(row, "requirement").equals("required"),
                row.get("due_on", LocalDate.class),
                row.get("message", String.class),
                row.get("expires_days", Integer.class),
                ImportQuery.matching(row));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
