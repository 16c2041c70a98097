package app.rollcall.importing;

import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Holds the staged rows against each other and against the database, a set at a time. Only what is wrong is written: a row
 * without a finding is valid, so that a clean file costs reading alone. Run it in one transaction.
 */
@Component
class ImportCheck {

    private static final String FOUND =
            "INSERT INTO import_finding (import_id, row_no, severity, reason, column_name, value, detail) ";

    /** Each row's own problems, as reading found them. */
    private static final String PROBLEMS = FOUND + """
            SELECT import_id, row_no, 'error', problem, problem_column, problem_value, NULL
            FROM import_row WHERE import_id = :id AND problem IS NOT NULL
            """;

    /** The same person and item twice; the first one stands. */
    private static final String DUPLICATES = FOUND + """
            SELECT :id, row_no, 'error', 'duplicate', 'email', email, first_line::text
            FROM (SELECT row_no, email, row_number() OVER same AS nth, first_value(line) OVER same AS first_line
                  FROM import_row WHERE import_id = :id AND problem IS NULL
                  WINDOW same AS (PARTITION BY lower(email), item_type, lower(item_id) ORDER BY row_no)) r
            WHERE nth > 1
            """;

    /** Items that do not exist, or take nobody any more. */
    private static final String ITEMS = FOUND + """
            SELECT :id, r.row_no, 'error', CASE WHEN i.status IS NULL THEN 'item_unknown' ELSE 'item_' || i.status END, 'item_id', r.item_id, r.item_type
            FROM import_row r
            LEFT JOIN (SELECT 'course' AS type, code, status FROM course UNION ALL SELECT 'product', code, status FROM product) i
              ON i.type = r.item_type AND i.code = r.item_id::citext
            WHERE r.import_id = :id AND r.problem IS NULL AND r.item_type <> '' AND i.status IS DISTINCT FROM 'published'
            """;

    /** People who are here already and cannot be learners, or are invited. */
    private static final String PEOPLE = FOUND + """
            SELECT :id, r.row_no, CASE reason WHEN 'already_invited' THEN 'warning' ELSE 'error' END, reason, 'email', r.email, NULL
            FROM (SELECT r.row_no, r.email, CASE WHEN NOT p.learner THEN 'belongs_to_team' WHEN p.status = 'disabled' THEN 'person_disabled'
                           WHEN p.status = 'pending' THEN 'already_invited' END AS reason
                  FROM import_row r JOIN person p ON p.email = r.email::citext
                  WHERE r.import_id = :id AND r.problem IS NULL) r
            WHERE reason IS NOT NULL
            """;

    /** Enrolments and accesses that exist: the row will be skipped (OM-51). */
    private static final String ENROLLED = FOUND + """
            SELECT :id, r.row_no, 'warning', CASE r.item_type WHEN 'course' THEN 'already_enrolled' ELSE 'already_has_product' END, 'item_id', r.item_id, NULL
            FROM import_row r JOIN person p ON p.email = r.email::citext
            WHERE r.import_id = :id AND r.problem IS NULL AND (
              r.item_type = 'course' AND EXISTS (SELECT FROM enrolment e JOIN course c ON c.id = e.course_id
                WHERE e.person_id = p.id AND c.code = r.item_id::citext AND e.archived_at IS NULL)
              OR r.item_type = 'product' AND EXISTS (SELECT FROM product_access a JOIN product d ON d.id = a.product_id
                WHERE a.person_id = p.id AND d.code = r.item_id::citext))
            """;

    private static final String COUNT = """
            WITH worst AS (SELECT row_no, bool_or(severity = 'error') AS error FROM import_finding WHERE import_id = :id GROUP BY row_no),
            counted AS (
              SELECT count(*) AS rows, count(DISTINCT lower(email)) FILTER (WHERE email <> '') AS emails FROM import_row WHERE import_id = :id),
            faults AS (SELECT count(*) FILTER (WHERE error) AS errors, count(*) FILTER (WHERE NOT error) AS warnings FROM worst)
            UPDATE import SET rows = c.rows, emails = c.emails, rows_error = f.errors, rows_warning = f.warnings,
              rows_valid = c.rows - f.errors - f.warnings
            FROM counted c, faults f WHERE job_id = :id RETURNING import.rows
            """;

    private final DatabaseClient database;

    ImportCheck(DatabaseClient database) {
        this.database = database;
    }

    /** Writes every finding anew and counts the outcomes; gives the number of rows. */
    Mono<Long> run(ImportId id) {
        return Flux.fromIterable(List.of(
                        "DELETE FROM import_finding WHERE import_id = :id",
                        PROBLEMS,
                        DUPLICATES,
                        ITEMS,
                        PEOPLE,
                        ENROLLED))
                .concatMap(sql -> database.sql(sql).bind("id", id.value()).then())
                .then(database.sql(COUNT)
                        .bind("id", id.value())
                        .map(row -> Objects.requireNonNull(row.get("rows", Long.class)))
                        .one());
    }
}
