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
            " AND g.email IN (SELECT staged_key(o.email, o.fields) FROM import_row o WHERE o.import_id = :id AND o.row_no = ANY(:rows))";

    /** Where only addresses with several rows are looked at: a list that has none is not looked through. */
    private static final String SEVERAL = "/* several */";

    private static final String ANY_SEVERAL = " AND (SELECT i.rows > i.emails FROM import i WHERE i.job_id = :id)";

    /** The statement for all rows, which are counted. */
    static String all(String sql) {
        return sql.replace(AMONG, "").replace(GROUPS, "").replace(SEVERAL, ANY_SEVERAL);
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
                  WHERE g.import_id = :id AND cardinality(g.row_nos) > 1 AND r.problem IS NULL /* among *//* groups *//* several */
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

    /** Rows that share an address but mean two people, or say otherwise of the same one; the first one stands. */
    private static final String DIFFERING = FOUND
            + """
            SELECT :id, row_no, CASE WHEN other THEN 'error' ELSE 'warning' END, CASE WHEN other THEN 'person_differs' ELSE 'says_otherwise' END, 'email', email,
                   first_line::text, NULL, NULL
            FROM (SELECT r.row_no, r.email, first_value(r.line) OVER same AS first_line,
                         coalesce(m.person_id, 0) <> first_value(coalesce(m.person_id, 0)) OVER same AS other,
                         r.first_name <> '' AND r.first_name <> first_value(r.first_name) OVER same
                           OR r.last_name <> '' AND r.last_name <> first_value(r.last_name) OVER same
                           OR NOT coalesce(r.fields - :row_fields, '{}') <@ first_value(coalesce(r.fields, '{}')) OVER same AS otherwise
                  FROM import_email g CROSS JOIN LATERAL unnest(g.row_nos) n JOIN import_row r ON r.import_id = g.import_id AND r.row_no = n
                  LEFT JOIN import_match m ON m.import_id = r.import_id AND m.row_no = r.row_no
                  WHERE g.import_id = :id AND cardinality(g.row_nos) > 1 AND g.email <> '' AND r.problem IS NULL /* among *//* groups *//* several */
                  WINDOW same AS (PARTITION BY g.group_no ORDER BY r.row_no)) r
            WHERE (other OR otherwise)
              AND NOT EXISTS (SELECT FROM import_finding f WHERE f.import_id = :id AND f.row_no = r.row_no AND f.reason LIKE 'duplicate%')
            """.replace(
                            ":row_fields",
                            "'{requirement,due_date,message,send_invite,completion_status,completion_date,score}'::text[]");

    /** Rows about nobody who is here, where nobody may be added or there is no address to invite. */
    private static final String NOBODY = FOUND + """
            SELECT :id, r.row_no, 'error', CASE WHEN i.mode = 'update' THEN 'person_not_found' ELSE 'email_to_invite_missing' END,
                   CASE WHEN r.email <> '' THEN 'email' ELSE split_part(staged_key(r.email, r.fields), ':', 1) END,
                   CASE WHEN r.email <> '' THEN r.email ELSE substr(staged_key(r.email, r.fields), strpos(staged_key(r.email, r.fields), ':') + 1) END, NULL, NULL, NULL
            FROM import_row r JOIN import i ON i.job_id = r.import_id
            WHERE r.import_id = :id AND r.problem IS NULL AND (r.email = '' OR (SELECT mode FROM import WHERE job_id = :id) = 'update')
              AND NOT EXISTS (SELECT FROM import_match m WHERE m.import_id = r.import_id AND m.row_no = r.row_no) /* among */
            """;

    /** People who are here already and cannot be learners, or are invited. */
    private static final String PEOPLE = FOUND + """
            SELECT :id, r.row_no, CASE reason WHEN 'already_invited' THEN 'warning' ELSE 'error' END, reason, 'email', r.email, NULL, NULL, NULL
            FROM (SELECT r.row_no, coalesce(nullif(r.email, ''), p.email::text) AS email,
                         CASE WHEN NOT p.learner THEN 'belongs_to_team'
                           WHEN p.status = 'disabled' AND NOT EXISTS (SELECT FROM import_match o
                             WHERE o.person_id = m.person_id AND o.import_id = :id AND o.changes -> 'status' IS NOT NULL) THEN 'person_disabled'
                           WHEN p.status = 'pending' THEN 'already_invited' END AS reason
                  FROM import_match m JOIN import_row r ON r.import_id = m.import_id AND r.row_no = m.row_no JOIN person p ON p.id = m.person_id
                  WHERE m.import_id = :id /* among */) r
            WHERE reason IS NOT NULL
            """;

    /** Enrolments and accesses that exist: the row will be skipped (OM-51). */
    private static final String ENROLLED = FOUND + """
            SELECT :id, r.row_no, 'warning', CASE r.item_type WHEN 'course' THEN 'already_enrolled' ELSE 'already_has_product' END, 'item_id', r.item_id, NULL, NULL, NULL
            FROM import_match m JOIN import_row r ON r.import_id = m.import_id AND r.row_no = m.row_no
            WHERE m.import_id = :id AND (
              r.item_type = 'course' AND EXISTS (SELECT FROM enrolment e JOIN course c ON c.id = e.course_id
                WHERE e.person_id = m.person_id AND c.code = r.item_id::citext AND e.archived_at IS NULL)
              OR r.item_type = 'product' AND EXISTS (SELECT FROM product_access a JOIN product d ON d.id = a.product_id
                WHERE a.person_id = m.person_id AND d.code = r.item_id::citext)) /* among */
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
            WHERE r.import_id = :id AND r.problem IS NULL AND NOT EXISTS (SELECT FROM person p WHERE lower(p.email::text) = lower(r.email)) /* among */
            """;

    /**
     * An address that is not the one of the person whom another name of the row means: nobody's, or somebody else's. If that other
     * name is right, the address we have is the one.
     */
    private static final String ADDRESSES = FOUND + """
            SELECT :id, r.row_no, CASE WHEN o.id IS NULL THEN 'warning' ELSE 'error' END, CASE WHEN o.id IS NULL THEN 'other_address' ELSE 'person_email_taken' END,
                   'email', r.email, p.email::text, 'email', p.email::text
            FROM import_match m JOIN import i ON i.job_id = m.import_id JOIN import_row r ON r.import_id = m.import_id AND r.row_no = m.row_no
            JOIN person p ON p.id = m.person_id LEFT JOIN person o ON lower(o.email::text) = lower(r.email) AND o.id <> m.person_id
            WHERE m.import_id = :id AND r.email <> '' AND lower(p.email::text) <> lower(r.email) AND (o.id IS NOT NULL OR i.mode IN ('insert', 'fill')) /* among */
            """;

    /** What a person edited by hand and the file would change (rule of provenance). */
    private static final String KEPT = FOUND + """
            SELECT :id, r.row_no, 'warning', 'edited_kept', 'email', (SELECT string_agg(k, ', ' ORDER BY k) FROM jsonb_object_keys(r.kept) k), NULL, NULL, NULL
            FROM import_match r WHERE r.import_id = :id AND r.kept IS NOT NULL /* among */
            """;

    /** A name that is a person's alone, but borne by another here or by an earlier row's; of people who stay as they are it is not asked. */
    private static final String NAMES = FOUND + """
            SELECT :id, r.row_no, 'error', 'person_NAME_taken', 'NAME', r.fields ->> 'NAME', NULL, NULL, NULL
            FROM import_row r JOIN import i ON i.job_id = r.import_id LEFT JOIN import_match m ON m.import_id = r.import_id AND m.row_no = r.row_no
            WHERE r.import_id = :id AND r.problem IS NULL AND r.fields ->> 'NAME' IS NOT NULL
              AND (m.person_id IS NULL OR i.mode <> 'insert' OR 'NAME' = ANY(i.match_by))
              AND (EXISTS (SELECT FROM person p WHERE p.NAME = (r.fields ->> 'NAME')::TYPE AND p.id IS DISTINCT FROM m.person_id)
                OR (m.person_id IS NULL OR i.mode <> 'insert') AND EXISTS (
                  SELECT FROM (SELECT o.row_no, staged_key(o.email, o.fields) AS key FROM import_row o
                               WHERE o.import_id = :id AND o.fields ->> 'NAME' = r.fields ->> 'NAME' AND o.problem IS NULL ORDER BY o.row_no LIMIT 1) o
                  LEFT JOIN import_match om ON om.import_id = :id AND om.row_no = o.row_no
                  WHERE o.key <> staged_key(r.email, r.fields) AND (om.person_id IS NULL OR om.person_id IS DISTINCT FROM m.person_id))) /* among */
            """;

    static final List<String> FINDINGS = List.of(
            PROBLEMS,
            DUPLICATES,
            ITEMS,
            DIFFERING,
            NOBODY,
            PEOPLE,
            ENROLLED,
            SLIPS,
            ADDRESSES,
            KEPT,
            named(NAMES, "employee_id", "text"),
            named(NAMES, "external_id", "text"),
            named(NAMES, "username", "citext"));

    /** A statement about one of the names that are a person's alone. */
    static String named(String sql, String column, String type) {
        return sql.replace("NAME", column).replace("TYPE", type);
    }

    private CheckSql() {}
}
