package app.rollcall.importing;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The SQL of what a checked list comes to, row by row. A page begins after a row, not at an offset: the last one of a million
 * comes as fast as the first, and what others change meanwhile moves no row into another page.
 */
@Component
class OutcomeQuery {

    /** So many addresses are looked at for a page, and at most so many of their rows are in it. */
    private static final int ADDRESSES = 1_000;

    private static final int ROWS = 5_000;

    private final DatabaseClient database;

    OutcomeQuery(DatabaseClient database) {
        this.database = database;
    }

    /** The rows after that one, or from the first on; empty at the end. */
    Mono<List<OutcomeRow>> page(ImportId id, ReviewFilter filter, @Nullable OutcomeRow after) {
        return database.sql("""
                        WITH page AS MATERIALIZED (
                          SELECT g.group_no, n.nth::integer AS nth, n.row_no, g.effect
                          FROM (SELECT * FROM import_email g WHERE g.import_id = :id AND g.group_no >= :group AND %s
                                ORDER BY g.group_no LIMIT :addresses) g
                          CROSS JOIN LATERAL unnest(g.row_nos) WITH ORDINALITY AS n (row_no, nth)
                          WHERE (g.group_no, n.nth) > (:group, :nth) ORDER BY g.group_no, n.nth LIMIT :rows)
                        SELECT p.group_no, p.nth, p.effect, r.line, r.email, coalesce(r.fields ->> 'employee_id', '') AS employee_id, r.item_type, r.item_id,
                               m.changes::text AS changes, m.kept::text AS kept, f.severities, f.reasons, f.columns, f.wrong, f.details
                        FROM page p JOIN import_row r ON r.import_id = :id AND r.row_no = p.row_no
                        LEFT JOIN import_match m ON m.import_id = :id AND m.row_no = p.row_no
                        LEFT JOIN LATERAL (
                          SELECT array_agg(f.severity ORDER BY f.id) AS severities, array_agg(f.reason ORDER BY f.id) AS reasons,
                                 array_agg(f.column_name ORDER BY f.id) AS columns, array_agg(f.value ORDER BY f.id) AS wrong,
                                 array_agg(f.detail ORDER BY f.id) AS details
                          FROM import_finding f WHERE f.import_id = :id AND f.row_no = p.row_no) f ON true
                        ORDER BY p.group_no, p.nth
                        """.formatted(AddressPagesQuery.condition(filter)))
                .bind("id", id.value())
                .bind("group", after == null ? Integer.MIN_VALUE : after.group())
                .bind("nth", after == null ? 0L : (long) after.nth())
                .bind("addresses", ADDRESSES)
                .bind("rows", ROWS)
                .map(OutcomeQuery::row)
                .all()
                .collectList();
    }

    private static OutcomeRow row(Readable row) {
        return new OutcomeRow(
                number(row, "group_no"),
                number(row, "nth"),
                number(row, "line"),
                text(row, "email"),
                text(row, "employee_id"),
                text(row, "item_type"),
                text(row, "item_id"),
                Effect.of(text(row, "effect")),
                FieldChanges.of(row.get("changes", String.class), row.get("kept", String.class)),
                findings(row));
    }

    private static List<Finding> findings(Readable row) {
        @Nullable String @Nullable [] severities = row.get("severities", String[].class);
        if (severities == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(severities.length);
        for (int i = 0; i < severities.length; i++) {
            findings.add(new Finding(
                    Severity.of(Objects.requireNonNull(severities[i])),
                    Objects.requireNonNull(array(row, "reasons")[i]),
                    array(row, "columns")[i],
                    array(row, "wrong")[i],
                    array(row, "details")[i],
                    null));
        }
        return findings;
    }

    private static @Nullable String[] array(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String[].class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
