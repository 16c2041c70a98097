package app.rollcall.importing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pages through the rows of a list by the place of the last one read, so that the last page comes as fast as the first. */
@Component
class RowPagesQuery {

    private static final String ERROR =
            "EXISTS (SELECT FROM import_finding f WHERE f.import_id = :id AND f.row_no = n AND f.severity = 'error')";
    private static final String ANY = "EXISTS (SELECT FROM import_finding f WHERE f.import_id = :id AND f.row_no = n)";

    private final DatabaseClient database;
    private final RowsQuery rows;

    RowPagesQuery(DatabaseClient database, RowsQuery rows) {
        this.database = database;
        this.rows = rows;
    }

    Mono<List<PagedRow>> page(ImportId id, RowOutcome outcome, RowMark after, int limit) {
        return database.sql(outcome == RowOutcome.FAILED ? failed() : of(outcome))
                .bind("id", id.value())
                .bind("group", after.group())
                .bind("row", after.row())
                .bind("limit", limit)
                .map(row -> new RowMark(number(row, "group_no"), number(row, "row_no")))
                .all()
                .collectList()
                .flatMap(marks -> marks.isEmpty() ? Mono.just(List.of()) : told(id, marks));
    }

    /** In the order of the review: address by address. */
    private static String of(RowOutcome outcome) {
        return """
                SELECT g.group_no, n AS row_no FROM import_email g CROSS JOIN LATERAL unnest(g.row_nos) n
                WHERE g.import_id = :id AND g.group_no >= :group AND (g.group_no, n) > (:group, :row) AND %s
                ORDER BY g.group_no, n LIMIT :limit
                """.formatted(condition(outcome));
    }

    private static String condition(RowOutcome outcome) {
        return switch (outcome) {
            case ALL, FAILED -> "true";
            case VALID -> "NOT " + ANY;
            case WARNING -> "g.warnings > 0 AND " + ANY + " AND NOT " + ERROR;
            case ERROR -> "g.errors > 0 AND " + ERROR;
            case CREATED -> "g.effect = 'created' AND g.email <> '' AND NOT " + ERROR;
            case UPDATED -> "g.effect = 'updated' AND NOT " + ERROR;
            case UNCHANGED -> "g.effect = 'unchanged' AND NOT " + ERROR;
            case CONFLICT -> "g.effect = 'conflict'";
        };
    }

    /** Found by their errors, which are few, in the file's order. */
    private static String failed() {
        return """
                SELECT DISTINCT CAST(:group AS integer) AS group_no, f.row_no
                FROM import_finding f JOIN import_row r ON r.import_id = f.import_id AND r.row_no = f.row_no
                WHERE f.import_id = :id AND f.row_no > :row AND f.severity = 'error' AND r.state = 'failed'
                ORDER BY f.row_no LIMIT :limit
                """;
    }

    private Mono<List<PagedRow>> told(ImportId id, List<RowMark> marks) {
        List<Integer> numbers = marks.stream().map(RowMark::row).toList();
        return rows.rows(id, numbers).zipWith(ends(id, numbers)).map(found -> {
            Map<Integer, ReviewRow> byNo =
                    found.getT1().stream().collect(Collectors.toMap(ReviewRow::rowNo, row -> row));
            return marks.stream()
                    .filter(mark ->
                            byNo.containsKey(mark.row()) && found.getT2().containsKey(mark.row()))
                    .map(mark -> {
                        End end = Objects.requireNonNull(found.getT2().get(mark.row()));
                        ReviewRow row = Objects.requireNonNull(byNo.get(mark.row()));
                        return new PagedRow(row, mark, end.state(), end.effect(), end.changes());
                    })
                    .toList();
        });
    }

    private record End(int rowNo, String state, Effect effect, List<FieldChange> changes) {}

    private Mono<Map<Integer, End>> ends(ImportId id, List<Integer> numbers) {
        return database.sql("""
                        SELECT r.row_no, r.state, coalesce(g.effect, 'created') AS effect, m.changes::text AS changes, m.kept::text AS kept
                        FROM import_row r
                        LEFT JOIN import_email g ON g.import_id = r.import_id AND g.email = staged_key(r.email, r.fields)
                        LEFT JOIN import_match m ON m.import_id = r.import_id AND m.row_no = r.row_no
                        WHERE r.import_id = :id AND r.row_no = ANY(:rows)
                        """)
                .bind("id", id.value())
                .bind("rows", numbers.toArray(Integer[]::new))
                .map(row -> new End(
                        number(row, "row_no"),
                        text(row, "state"),
                        Effect.of(text(row, "effect")),
                        FieldChanges.of(row.get("changes", String.class), row.get("kept", String.class))))
                .all()
                .collectMap(End::rowNo);
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
