package app.rollcall.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that say whom each row is about and what it would change of them. They are marked as those of
 * {@link CheckSql}, and come before them: what is judged of a person is judged of the one who was found.
 */
final class MatchSql {

    private static final String FORGET = "DELETE FROM import_match r WHERE r.import_id = :id /* among */";

    private static final String BY_EMAIL = """
            INSERT INTO import_match (import_id, row_no, person_id)
            SELECT :id, r.row_no, p.id FROM import_row r JOIN person p ON lower(p.email::text) = lower(r.email)
            WHERE r.import_id = :id AND r.problem IS NULL /* among */ ON CONFLICT DO NOTHING
            """;

    private static final String BY_NAME = """
            INSERT INTO import_match (import_id, row_no, person_id)
            SELECT :id, r.row_no, p.id FROM import_row r JOIN person p ON p.NAME = (r.fields ->> 'NAME')::TYPE
            WHERE r.import_id = :id AND r.fields ->> 'NAME' IS NOT NULL AND r.problem IS NULL /* among */ ON CONFLICT DO NOTHING
            """;

    private static final String ANALYZE = "ANALYZE import_match (import_id, row_no, person_id)";

    /**
     * Compares each person with the first row about them, field by field. An address is never erased; somebody who was
     * invited becomes active by accepting, not by a file.
     */
    private static final String CHANGES = """
            WITH first AS (
              SELECT DISTINCT ON (r.person_id) r.row_no, r.person_id FROM import_match r WHERE r.import_id = :id ORDER BY r.person_id, r.row_no),
            said AS (
              SELECT f.row_no, v.field, v.before, v.after, v.field = ANY(p.edited) AND NOT i.overwrite_edited AS kept
              FROM first f JOIN import_row r ON r.import_id = :id AND r.row_no = f.row_no JOIN person p ON p.id = f.person_id AND p.learner
              JOIN import i ON i.job_id = :id JOIN import_source s ON s.import_id = :id AND s.source_no = r.source_no
              CROSS JOIN LATERAL (
                VALUES ('email', lower(p.email::text), CASE WHEN r.email = '' THEN lower(p.email::text) ELSE lower(r.email) END),
                  ('first_name', p.first_name, r.first_name), ('last_name', p.last_name, r.last_name),
                  ('employee_id', p.employee_id, r.fields ->> 'employee_id'), ('external_id', p.external_id, r.fields ->> 'external_id'),
                  ('username', p.username::text, r.fields ->> 'username'), ('phone', p.phone, r.fields ->> 'phone'),
                  ('address1', p.address1, r.fields ->> 'address1'), ('address2', p.address2, r.fields ->> 'address2'),
                  ('city', p.city, r.fields ->> 'city'), ('state', p.state, r.fields ->> 'state'), ('zip_code', p.zip_code, r.fields ->> 'zip_code'),
                  ('country', p.country, r.fields ->> 'country'), ('locale', p.locale, r.fields ->> 'locale'),
                  ('timezone', p.time_zone, r.fields ->> 'timezone'),
                  ('status', p.status, CASE WHEN p.status = 'pending' AND r.fields ->> 'status' <> 'disabled' THEN p.status
                                            ELSE coalesce(r.fields ->> 'status', p.status) END)
                UNION ALL SELECT k, p.ref ->> k, r.fields ->> k FROM unnest(s.read_columns) k WHERE k LIKE 'ref%'
                UNION ALL SELECT 'categories',
                    (SELECT string_agg(c.name::text, '|' ORDER BY c.name) FROM person_category pc JOIN category c ON c.id = pc.category_id WHERE pc.person_id = p.id),
                    (SELECT string_agg(n.name::text, '|' ORDER BY n.name) FROM (
                       SELECT btrim(n)::citext AS name FROM string_to_table(r.fields ->> 'categories', '|') n WHERE btrim(n) <> '' AND NOT EXISTS (
                         SELECT FROM person_category pc JOIN category c ON c.id = pc.category_id WHERE pc.person_id = p.id AND c.name = btrim(n)::citext)
                       UNION SELECT c.name FROM person_category pc JOIN category c ON c.id = pc.category_id WHERE pc.person_id = p.id) n)
                  WHERE r.fields ->> 'categories' IS NOT NULL) said (field, was, is_now)
              CROSS JOIN LATERAL (SELECT said.field, coalesce(said.was, '') AS before, coalesce(said.is_now, '') AS after) v
              WHERE i.mode <> 'insert' AND r.problem IS NULL AND v.after <> v.before
                AND (v.after <> '' OR i.mode <> 'fill' AND i.blank_erases AND v.field = ANY(s.read_columns))
                AND (i.mode <> 'fill' OR v.before = '') /* among */)
            UPDATE import_match m SET changes = c.changes, kept = c.kept
            FROM (SELECT row_no, jsonb_object_agg(field, jsonb_build_array(before, after)) FILTER (WHERE kept IS NOT TRUE) AS changes,
                         jsonb_object_agg(field, jsonb_build_array(before, after)) FILTER (WHERE kept) AS kept
                  FROM said GROUP BY row_no) c
            WHERE m.import_id = :id AND m.row_no = c.row_no
            """;

    /**
     * After everything was found: what each address comes to, and how many of its rows have something against them. Written only
     * where it was otherwise before, for each write costs an index or two.
     */
    static final String OUTCOME = """
            WITH worst AS (
              SELECT r.row_no, bool_or(r.severity = 'error') AS error,
                     bool_or(r.reason IN ('edited_kept', 'person_differs', 'person_email_taken', 'person_employee_id_taken', 'person_external_id_taken',
                       'person_username_taken')) AS conflict
              FROM import_finding r WHERE r.import_id = :id /* among */ GROUP BY r.row_no),
            met AS (SELECT r.row_no, r.changes IS NOT NULL AS changed FROM import_match r WHERE r.import_id = :id /* among */),
            told AS MATERIALIZED (
              SELECT staged_key(r.email, r.fields) AS email, count(*) FILTER (WHERE w.error) AS errors, count(*) FILTER (WHERE NOT w.error) AS warnings,
                     CASE WHEN bool_or(w.conflict) THEN 'conflict' WHEN bool_or(m.changed) THEN 'updated'
                          WHEN bool_or(m.row_no IS NOT NULL) THEN 'unchanged' ELSE 'created' END AS effect
              FROM worst w FULL JOIN met m ON m.row_no = w.row_no JOIN import_row r ON r.import_id = :id AND r.row_no = coalesce(w.row_no, m.row_no)
              GROUP BY staged_key(r.email, r.fields)),
            otherwise AS MATERIALIZED (
              SELECT g.group_no, t.errors, t.warnings, t.effect FROM told t JOIN import_email g ON g.import_id = :id AND g.email = t.email
              WHERE (g.errors, g.warnings, g.effect) IS DISTINCT FROM (t.errors, t.warnings, t.effect)
              UNION ALL SELECT g.group_no, 0, 0, 'created' FROM import_email g
              WHERE g.import_id = :id AND (g.errors > 0 OR g.warnings > 0 OR g.effect <> 'created') /* groups */
                AND NOT EXISTS (SELECT FROM told t WHERE t.email = g.email))
            UPDATE import_email g SET errors = o.errors, warnings = o.warnings, effect = o.effect FROM otherwise o
            WHERE g.import_id = :id AND g.group_no = o.group_no
            """;

    /** Before anything is found. */
    static List<String> all(Matching matching) {
        return statements(matching, true).stream().map(CheckSql::all).toList();
    }

    /** The same for the rows bound, which are all rows of their addresses. */
    static List<String> only(Matching matching) {
        return statements(matching, false).stream().map(CheckSql::only).toList();
    }

    private static List<String> statements(Matching matching, boolean analyze) {
        List<String> statements = new ArrayList<>(List.of(FORGET));
        matching.by().stream().map(MatchSql::by).forEach(statements::add);
        if (analyze) {
            statements.add(ANALYZE);
        }
        if (matching.mode() != Matching.Mode.INSERT) {
            statements.add(CHANGES);
        }
        return statements;
    }

    private static String by(Matching.Key key) {
        return switch (key) {
            case EMAIL -> BY_EMAIL;
            case EMPLOYEE_ID, EXTERNAL_ID -> CheckSql.named(BY_NAME, key.code(), "text");
            case USERNAME -> CheckSql.named(BY_NAME, key.code(), "citext");
        };
    }

    private MatchSql() {}
}
