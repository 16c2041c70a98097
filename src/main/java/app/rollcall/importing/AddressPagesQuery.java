package app.rollcall.importing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of a checked list as its review shows it: address by address, each with its first rows. */
@Component
class AddressPagesQuery {

    private final DatabaseClient database;
    private final RowsQuery rows;

    AddressPagesQuery(DatabaseClient database, RowsQuery rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Addresses are found by the number of their group in the same way. */
    Mono<List<EmailGroup>> page(ImportId id, ReviewFilter filter, long offset, int limit) {
        return database.sql("""
                        WITH run AS (
                          SELECT min(group_no) AS first, max(group_no) - min(group_no) + 1 = (SELECT emails FROM import WHERE job_id = :id) AS dense
                          FROM import_email WHERE import_id = :id)
                        SELECT group_no, email, cardinality(row_nos) AS rows, errors, warnings, effect, row_nos[1 : %d] AS shown,
                               m.changes::text AS changes, m.kept::text AS kept FROM (
                          (SELECT g.* FROM import_email g, run WHERE run.dense AND :all AND g.import_id = :id
                             AND g.group_no >= run.first + :offset AND g.group_no < run.first + :offset + :limit)
                          UNION ALL
                          (SELECT g.* FROM import_email g WHERE NOT (:all AND (SELECT dense FROM run)) AND g.import_id = :id AND %s
                           ORDER BY g.group_no OFFSET :offset LIMIT :limit)) page
                        LEFT JOIN import_match m ON effect <> 'created' AND m.import_id = :id AND m.row_no = row_nos[1]
                        ORDER BY group_no
                        """.formatted(EmailGroup.SHOWN, condition(filter)))
                .bind("id", id.value())
                .bind("all", filter == ReviewFilter.ALL)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(row -> new Page(
                        (int) number(row, "group_no"),
                        text(row, "email"),
                        (int) number(row, "rows"),
                        (int) number(row, "errors"),
                        (int) number(row, "warnings"),
                        Effect.of(text(row, "effect")),
                        FieldChanges.of(row.get("changes", String.class), row.get("kept", String.class)),
                        List.of(Objects.requireNonNull(row.get("shown", Integer[].class)))))
                .all()
                .collectList()
                .flatMap(pages -> rows.rows(
                                id,
                                pages.stream()
                                        .flatMap(page -> page.rowNos().stream())
                                        .toList())
                        .map(found -> {
                            Map<Integer, ReviewRow> byNo =
                                    found.stream().collect(Collectors.toMap(ReviewRow::rowNo, row -> row));
                            return pages.stream().map(page -> page.with(byNo)).toList();
                        }));
    }

    private record Page(
            int no,
            String email,
            int rows,
            int errors,
            int warnings,
            Effect effect,
            List<FieldChange> changes,
            List<Integer> rowNos) {
        EmailGroup with(Map<Integer, ReviewRow> byNo) {
            List<ReviewRow> lines =
                    rowNos.stream().map(byNo::get).filter(Objects::nonNull).toList();
            return new EmailGroup(
                    no,
                    lines.isEmpty() || lines.getFirst().email().isEmpty()
                            ? email
                            : lines.getFirst().email(),
                    rows,
                    errors,
                    warnings,
                    effect,
                    changes,
                    lines);
        }
    }

    Mono<Long> count(ImportId id, ReviewFilter filter) {
        return database.sql("SELECT count(*) AS groups FROM import_email g WHERE g.import_id = :id AND "
                        + condition(filter))
                .bind("id", id.value())
                .map(row -> number(row, "groups"))
                .one();
    }

    /** Of an address {@code g}. */
    static String condition(ReviewFilter filter) {
        return switch (filter) {
            case ALL -> "true";
            case VALID -> "g.errors = 0 AND g.warnings = 0";
            case WARNINGS -> "g.warnings > 0";
            case ERRORS -> "g.errors > 0";
            case CREATED -> "g.effect = 'created' AND g.email <> '' AND g.errors < cardinality(g.row_nos)";
            case UPDATED -> "g.effect = 'updated'";
            case UNCHANGED -> "g.effect = 'unchanged'";
            case CONFLICTS -> "g.effect = 'conflict'";
        };
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
