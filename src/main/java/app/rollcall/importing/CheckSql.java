package app.rollcall.importing;

import java.util.List;

/**
 * The statements of the check. Each reads rows as {@code r} and marks with {@link #AMONG} where it can be kept to some of
 * them; rows that reading already refused ({@code problem}) are judged no further.
 */
final class CheckSql {

    private static final String AMONG = "/* among */";

    /** In place of the mark: only the rows bound. */
    static final String ONLY = " AND r.row_no = ANY(:rows)";

    /** Where addresses are read first: theirs, or all would be looked through for a few. */
    private static final String GROUPS = "/* groups */";

    private static final String THEIRS =
            " AND g.email IN (SELECT lower(o.email) FROM import_row o WHERE o.import_id = :id AND o.row_no = ANY(:rows))";

    /** The statement for all rows. */
    static String all(String sql) {
        return sql.replace(AMONG, "").replace(GROUPS, "");
    }

    /** The statement for the rows bound, which are all rows of their addresses. */
    static String only(String sql) {
        return sql.replace(AMONG, ONLY).replace(GROUPS, THEIRS);
    }

    private static final String FOUND =
            "INSERT INTO import_finding (import_id, row_no, severity, reason, column_name, value, detail, fix_column, fix_value) ";

    /** Each row's own problems, as reading found them. */
    private static final String PROBLEMS = FOUND + """
            SELECT import_id, row_no, 'error', problem, problem_column, problem_value, NULL, CASE WHEN problem_fix IS NOT NULL THEN problem_column END, problem_fix
            FROM import_row r WHERE import_id = :id AND problem IS NOT NULL /* among */
            """;

    /** The same person and item twice; the first one stands. Only addresses with several rows are looked at. */
    private static final String DUPLICATES = FOUND + """
            SELECT :id, row_no, 'error', CASE first_line WHEN 0 THEN 'duplicate_of_typed' ELSE 'duplicate' END, 'email', email, first_line::text, NULL, NULL
            FROM (SELECT r.row_no, r.email, row_number() OVER same AS nth, first_value(r.line) OVER same AS first_line
                  FROM import_email g CROSS JOIN LATERAL unnest(g.row_nos) n JOIN import_row r ON r.import_id = g.import_id AND r.row_no = n
                  WHERE g.import_id = :id AND cardinality(g.row_nos) > 1 AND r.problem IS NULL /* among *//* groups */
                  WINDOW same AS (PARTITION BY g.group_no, r.item_type, lower(r.item_id) ORDER BY r.row_no)) r
            WHERE nth > 1
            """;

    /** Items that do not exist, with the one that is most likely meant; or that take nobody any more. */
    private static final String ITEMS = FOUND + """
            WITH item AS MATERIALIZED (
              SELECT 'course' AS type, code::text AS code, status FROM course UNION ALL SELECT 'product', code::text, status FROM product),
            wrong AS MATERIALIZED (
              SELECT r.row_no, r.item_type, r.item_id, i.status FROM import_row r
              LEFT JOIN item i ON i.type = r.item_type AND lower(i.code) = lower(r.item_id)
              WHERE r.import_id = :id AND r.problem IS NULL AND r.item_type <> '' AND i.status IS DISTINCT FROM 'published' /* among */),
            unknown AS (SELECT item_type, lower(item_id) AS id FROM wrong WHERE status IS NULL GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1000),
            meant AS (
              SELECT u.item_type, u.id, m.column_name, m.value
              FROM unknown u CROSS JOIN LATERAL (
                SELECT CASE WHEN i.type = u.item_type THEN 'item_id' ELSE 'item_type' END AS column_name,
                       CASE WHEN i.type = u.item_type THEN i.code ELSE i.type END AS value
                FROM item i
                WHERE i.status = 'published' AND (i.type = u.item_type AND similarity(i.code, u.id) >= 0.45 OR lower(i.code) = u.id)
                ORDER BY i.type = u.item_type, similarity(i.code, u.id) DESC, i.code LIMIT 1) m)
            SELECT :id, w.row_no, 'error', CASE WHEN w.status IS NULL THEN 'item_unknown' ELSE 'item_' || w.status END, 'item_id', w.item_id, w.item_type,
                   m.column_name, m.value
            FROM wrong w LEFT JOIN meant m ON w.status IS NULL AND m.item_type = w.item_type AND m.id = lower(w.item_id)
            """;

    /** People who are here already and cannot be learners, or are invited. */
    private static final String PEOPLE = FOUND + """
            SELECT :id, r.row_no, CASE reason WHEN 'already_invited' THEN 'warning' ELSE 'error' END, reason, 'email', r.email, NULL, NULL, NULL
            FROM (SELECT r.row_no, r.email, CASE WHEN NOT p.learner THEN 'belongs_to_team' WHEN p.status = 'disabled' THEN 'person_disabled'
                           WHEN p.status = 'pending' THEN 'already_invited' END AS reason
                  FROM import_row r JOIN person p ON p.email = r.email::citext
                  WHERE r.import_id = :id AND r.problem IS NULL /* among */) r
            WHERE reason IS NOT NULL
            """;

    /** Enrolments and accesses that exist: the row will be skipped (OM-51). */
    private static final String ENROLLED = FOUND + """
            SELECT :id, r.row_no, 'warning', CASE r.item_type WHEN 'course' THEN 'already_enrolled' ELSE 'already_has_product' END, 'item_id', r.item_id, NULL, NULL, NULL
            FROM import_row r JOIN person p ON p.email = r.email::citext
            WHERE r.import_id = :id AND r.problem IS NULL AND (
              r.item_type = 'course' AND EXISTS (SELECT FROM enrolment e JOIN course c ON c.id = e.course_id
                WHERE e.person_id = p.id AND c.code = r.item_id::citext AND e.archived_at IS NULL)
              OR r.item_type = 'product' AND EXISTS (SELECT FROM product_access a JOIN product d ON d.id = a.product_id
                WHERE a.person_id = p.id AND d.code = r.item_id::citext)) /* among */
            """;

    /** Domains that are one slip away from where most people have their mail. Nobody here has such an address, or it is no slip. */
    private static final String SLIPS = FOUND + """
            SELECT :id, r.row_no, 'warning', 'email_slip', 'email', s.wrong, NULL, 'email', s.meant
            FROM import_row r JOIN (VALUES
              ('gmial.com', 'gmail.com'), ('gmai.com', 'gmail.com'), ('gamil.com', 'gmail.com'), ('gmal.com', 'gmail.com'), ('gnail.com', 'gmail.com'),
              ('gmail.co', 'gmail.com'), ('gmail.cm', 'gmail.com'), ('gmail.con', 'gmail.com'), ('gmaill.com', 'gmail.com'), ('gmail.comm', 'gmail.com'),
              ('hotmial.com', 'hotmail.com'), ('hotmal.com', 'hotmail.com'), ('hotmai.com', 'hotmail.com'), ('hotnail.com', 'hotmail.com'),
              ('hotmail.con', 'hotmail.com'), ('hotmail.co', 'hotmail.com'), ('outlok.com', 'outlook.com'), ('outllok.com', 'outlook.com'),
              ('outloo.com', 'outlook.com'), ('outlook.con', 'outlook.com'), ('outlook.co', 'outlook.com'), ('yaho.com', 'yahoo.com'),
              ('yahooo.com', 'yahoo.com'), ('yhaoo.com', 'yahoo.com'), ('yahoo.con', 'yahoo.com'), ('yahoo.co', 'yahoo.com'),
              ('iclod.com', 'icloud.com'), ('icloud.con', 'icloud.com'), ('icoud.com', 'icloud.com')) s (wrong, meant)
              ON s.wrong = split_part(r.email, '@', 2)
            WHERE r.import_id = :id AND r.problem IS NULL AND NOT EXISTS (SELECT FROM person p WHERE p.email = r.email::citext) /* among */
            """;

    /** A name that is a person's alone, given to somebody new, but borne by another here or by an earlier row's. */
    private static final String NAMES = FOUND + """
            SELECT :id, r.row_no, 'error', 'person_NAME_taken', 'NAME', r.fields ->> 'NAME', NULL, NULL, NULL
            FROM import_row r
            WHERE r.import_id = :id AND r.problem IS NULL AND r.fields ->> 'NAME' IS NOT NULL
              AND NOT EXISTS (SELECT FROM person p WHERE p.email = r.email::citext)
              AND (EXISTS (SELECT FROM person p WHERE p.NAME = (r.fields ->> 'NAME')::TYPE)
                OR lower(r.email) <> (SELECT lower(o.email) FROM import_row o
                     WHERE o.import_id = :id AND o.fields ->> 'NAME' = r.fields ->> 'NAME' AND o.problem IS NULL ORDER BY o.row_no LIMIT 1)) /* among */
            """;

    static final List<String> FINDINGS = List.of(
            PROBLEMS,
            DUPLICATES,
            ITEMS,
            PEOPLE,
            ENROLLED,
            SLIPS,
            names("employee_id", "text"),
            names("external_id", "text"),
            names("username", "citext"));

    private static String names(String column, String type) {
        return NAMES.replace("NAME", column).replace("TYPE", type);
    }

    /** No address has anything against it. */
    static final String CALM =
            "UPDATE import_email SET errors = 0, warnings = 0 WHERE import_id = :id AND (errors > 0 OR warnings > 0)";

    static final String CALM_SOME = """
            UPDATE import_email g SET errors = 0, warnings = 0 FROM import_row r
            WHERE g.import_id = :id AND r.import_id = :id AND g.email = lower(r.email) AND r.row_no = ANY(:rows) AND (errors > 0 OR warnings > 0)
            """;

    /** Counts what was found into each address. */
    static final String WORST = """
            UPDATE import_email g SET errors = f.errors, warnings = f.warnings
            FROM (SELECT email, count(*) FILTER (WHERE error) AS errors, count(*) FILTER (WHERE NOT error) AS warnings
                  FROM (SELECT lower(r.email) AS email, bool_or(f.severity = 'error') AS error
                        FROM import_finding f JOIN import_row r ON r.import_id = f.import_id AND r.row_no = f.row_no
                        WHERE f.import_id = :id /* among */ GROUP BY r.row_no, lower(r.email)) worst
                  GROUP BY email) f
            WHERE g.import_id = :id AND g.email = f.email
            """;

    private CheckSql() {}
}
