package app.rollcall.importing;

/**
 * The statements that apply a chunk, in their order. {@link #TAKE} puts the chunk's rows aside, the others work on those; what
 * changes of people who are here already is in {@link ChangeSql}. The aside tables live as long as the transaction.
 */
final class ChunkSql {

    /** When an invitation leaves, and whether there is one, by what a row ({@code c}) and the list ({@code i}) say. */
    static final String SEND_AFTER =
            "CASE WHEN i.invitations = 'later' AND coalesce(c.fields ->> 'send_invite', '') <> 'yes'"
                    + " THEN 'infinity'::timestamptz END";

    static final String INVITED =
            "CASE c.fields ->> 'send_invite' WHEN 'yes' THEN true WHEN 'no' THEN false ELSE i.invitations <> 'none' END"
                    + " AND coalesce(c.fields ->> 'status', '') <> 'disabled'";

    static final String EXPIRES_AT = "now() + make_interval(days => i.expires_days)";

    /**
     * The rows that wait, with whom and what they are about, by address. The ground may have moved since the check: items are
     * asked again. Who is not known gets an ID here; somebody whom an earlier chunk has made is looked up, in lists that name
     * somebody twice.
     */
    static final String TAKE = """
            CREATE TEMPORARY TABLE chunk ON COMMIT DROP AS
            SELECT t.*, first_value(t.own_id) OVER same AS person_id, t.own_id IS NOT NULL AND t.known IS NULL AS fresh,
                   row_number() OVER same AS nth, false AS changed
            FROM (
              SELECT r.*, CASE WHEN NOT r.faulty AND r.reason IS NULL THEN coalesce(r.known, CASE WHEN r.addable THEN nextval('person_id_seq') END) END AS own_id
              FROM (
                SELECT r.row_no, lower(r.email) AS key, r.email, r.first_name, r.last_name, r.item_type, r.item_id, r.fields,
                       coalesce(m.person_id, e.id) AS known, m.changes, c.id AS course_id, d.id AS product_id, f.row_no IS NOT NULL AS faulty,
                       i.mode <> 'update' AND r.email <> '' AS addable,
                       CASE WHEN f.row_no IS NOT NULL OR r.item_type = '' THEN NULL
                            WHEN coalesce(c.status, d.status) IS NULL THEN 'item_unknown'
                            WHEN coalesce(c.status, d.status) <> 'published' THEN 'item_' || coalesce(c.status, d.status) END AS reason
                FROM import i JOIN import_row r ON r.import_id = :id AND r.row_no > :after AND r.row_no <= :last AND r.state = 'staged'
                LEFT JOIN import_match m ON m.import_id = r.import_id AND m.row_no = r.row_no
                LEFT JOIN LATERAL (
                  SELECT p.id FROM import_email g JOIN person p ON lower(p.email::text) = lower(r.email)
                  WHERE i.rows > i.emails AND m.person_id IS NULL AND r.email <> '' AND g.import_id = :id AND g.email = lower(r.email)
                    AND g.row_nos[1] <= :after) e ON true
                LEFT JOIN course c ON r.item_type = 'course' AND c.code = r.item_id::citext
                LEFT JOIN product d ON r.item_type = 'product' AND d.code = r.item_id::citext
                LEFT JOIN (SELECT DISTINCT f.row_no FROM import_finding f
                           WHERE f.import_id = :id AND f.row_no > :after AND f.row_no <= :last AND f.severity = 'error') f ON f.row_no = r.row_no
                WHERE i.job_id = :id ORDER BY lower(r.email), r.row_no) r) t
            WINDOW same AS (PARTITION BY t.key, t.known, t.own_id IS NULL ORDER BY t.row_no)
            """;

    /**
     * New people, sorted by address, so that two imports with the same people wait for each other instead of deadlocking. Whose
     * item is gone since the check is not made: a row that fails leaves nothing. Somebody who came since the check fails it all.
     */
    static final String MAKE = """
            INSERT INTO person (id, email, first_name, last_name, status, status_before, employee_id, external_id, username, phone,
              address1, address2, city, state, zip_code, country, locale, time_zone, ref)
            OVERRIDING SYSTEM VALUE
            SELECT c.person_id, c.email::citext, c.first_name, c.last_name, CASE c.fields ->> 'status' WHEN 'disabled' THEN 'disabled' ELSE 'pending' END,
              CASE c.fields ->> 'status' WHEN 'disabled' THEN 'pending' END, c.fields ->> 'employee_id', c.fields ->> 'external_id',
              (c.fields ->> 'username')::citext, c.fields ->> 'phone', c.fields ->> 'address1', c.fields ->> 'address2', c.fields ->> 'city',
              c.fields ->> 'state', c.fields ->> 'zip_code', c.fields ->> 'country', c.fields ->> 'locale', c.fields ->> 'timezone',
              CASE WHEN c.fields IS NOT NULL THEN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(c.fields) WHERE key LIKE 'ref%') END
            FROM chunk c WHERE c.fresh AND c.nth = 1 ORDER BY c.key
            """;

    /** The same where somebody did come since the check: those are left out, and {@link #MEET} finds them. It takes longer. */
    static final String MAKE_CAREFULLY = MAKE + "ON CONFLICT DO NOTHING";

    /** Who could not be made is here by the address, or not at all. */
    static final String MEET = """
            UPDATE chunk c SET fresh = false, person_id = (SELECT p.id FROM person p WHERE lower(p.email::text) = c.key)
            WHERE c.fresh AND NOT EXISTS (SELECT FROM person p WHERE p.id = c.person_id)
            """;

    /** A row's message goes with its course's enrolment (MA-05), and is told from there; one about no course goes with the invitation itself. */
    static final String INVITE = """
            INSERT INTO invitation (person_id, invited_by, batch, message, send_after, expires_at)
            SELECT c.person_id, :by, :id, nullif(concat_ws(E'\n\n', i.message, CASE WHEN c.course_id IS NULL THEN nullif(btrim(c.fields ->> 'message'), '') END), ''),
              SEND_AFTER, EXPIRES_AT
            FROM chunk c JOIN import i ON i.job_id = :id WHERE c.fresh AND c.nth = 1 AND INVITED ORDER BY c.person_id
            """.replace("SEND_AFTER", SEND_AFTER)
            .replace("EXPIRES_AT", EXPIRES_AT)
            .replace("INVITED", INVITED);

    /** Categories of people who are new or changed; those that nobody has used before are made too. */
    static final String CATEGORISE = """
            WITH named AS MATERIALIZED (
              SELECT DISTINCT c.person_id, left(btrim(name), 60)::citext AS name FROM chunk c
              CROSS JOIN LATERAL string_to_table(CASE WHEN c.changed THEN c.changes -> 'categories' ->> 1 ELSE c.fields ->> 'categories' END, '|') name
              WHERE (c.fresh AND c.fields IS NOT NULL OR c.changed) AND btrim(name) <> ''),
            made AS (
              INSERT INTO category (name) SELECT DISTINCT ON (name) name FROM named ORDER BY name ON CONFLICT (name) DO NOTHING RETURNING id, name)
            INSERT INTO person_category (person_id, category_id)
            SELECT n.person_id, c.id FROM named n JOIN (SELECT id, name FROM made UNION SELECT id, name FROM category) c ON c.name = n.name
            ON CONFLICT DO NOTHING
            """;

    /** Enrolments of rows judged ({@code c}). */
    private static final String ENROL = """
            INSERT INTO enrolment (person_id, course_id, attempt, assigned_by, requirement, due_at, message, completion, progress, success, score_scaled,
              completion_source, started_at, completed_at)
            SELECT DISTINCT ON (c.person_id, c.course_id) c.person_id, c.course_id, c.attempt, :by, coalesce(c.fields ->> 'requirement', i.requirement),
              CASE WHEN c.fields ->> 'due_date' IS NOT NULL THEN DUE
                   ELSE (i.due_on + 1)::timestamp AT TIME ZONE z.zone - interval '1 second' END, c.fields ->> 'message',
              coalesce(s.completion, 'not_started'), CASE s.completion WHEN 'completed' THEN 100 ELSE 0 END, coalesce(s.success, 'unknown'),
              CASE WHEN c.fields ->> 'score' IS NOT NULL THEN least(greatest((c.fields ->> 'score')::numeric / 100, 0), 1) END,
              CASE WHEN s.completion IS NOT NULL OR c.fields ->> 'score' IS NOT NULL THEN 'import' END,
              CASE WHEN s.completion IS NOT NULL THEN coalesce(DONE, now()) END,
              CASE s.completion WHEN 'completed' THEN coalesce(DONE, now()) END
            FROM judged c JOIN import i ON i.job_id = :id
            CROSS JOIN (SELECT coalesce((SELECT time_zone FROM organisation), 'UTC') AS zone) z
            LEFT JOIN (VALUES ('started', 'started', 'unknown'), ('completed', 'completed', 'unknown'), ('not-completed', 'started', 'failed'))
              s (said, completion, success) ON s.said = c.fields ->> 'completion_status'
            """;

    /**
     * Everybody's enrolments and each row's outcome. A row that makes or changes a person is not skipped; somebody whom this
     * list itself disables is no obstacle to it. Those who are new have no enrolment that could be in the way, and to look out
     * for one costs as much as another index.
     */
    static final String APPLY = """
            WITH judged AS MATERIALIZED (
              SELECT c.row_no, c.person_id, c.course_id, c.product_id, c.fields, c.item_type = '' AS alone, c.fresh, c.changed, 1 AS attempt, false AS enrolled,
                     c.faulty OR c.reason IS NOT NULL AS failed, c.reason
              FROM chunk c WHERE c.fresh OR c.faulty OR c.reason IS NOT NULL
              UNION ALL
              SELECT c.row_no, p.id, c.course_id, c.product_id, c.fields, false, false, c.changed, coalesce(a.last_attempt, 0) + 1, coalesce(a.current, false),
                     w.reason IS NOT NULL, w.reason
              FROM chunk c JOIN import i ON i.job_id = :id
              LEFT JOIN person p ON p.id = c.person_id
              LEFT JOIN LATERAL (SELECT max(e.attempt) AS last_attempt, bool_or(e.archived_at IS NULL) AS current FROM enrolment e
                WHERE e.person_id = p.id AND e.course_id = c.course_id) a ON true
              CROSS JOIN LATERAL (SELECT CASE
                WHEN p.id IS NULL AND i.mode = 'update' AND c.known IS NULL THEN 'person_not_found'
                WHEN p.id IS NULL THEN CASE WHEN c.known IS NOT NULL OR c.key = '' OR c.fields IS NULL THEN 'person_gone' ELSE 'person_ids_taken' END
                WHEN NOT p.learner THEN 'belongs_to_team'
                WHEN p.status = 'disabled' AND NOT EXISTS (SELECT FROM import_match o
                       WHERE o.person_id = p.id AND o.import_id = :id AND o.changes -> 'status' ->> 1 = 'disabled')
                   AND NOT EXISTS (SELECT FROM import_email g JOIN import_row o ON o.import_id = :id AND o.row_no = ANY(g.row_nos)
                       WHERE g.import_id = :id AND g.email = c.key AND o.person_id = p.id AND o.fields ->> 'status' = 'disabled') THEN 'person_disabled'
                END AS reason) w
              WHERE NOT c.fresh AND NOT c.faulty AND c.reason IS NULL),
            begun AS (ENROL
              WHERE c.fresh AND NOT c.failed AND c.course_id IS NOT NULL ORDER BY c.person_id, c.course_id, c.row_no RETURNING person_id, course_id),
            given AS (ENROL
              WHERE NOT c.fresh AND NOT c.failed AND c.course_id IS NOT NULL AND NOT c.enrolled ORDER BY c.person_id, c.course_id, c.row_no
              ON CONFLICT (person_id, course_id, attempt) DO NOTHING RETURNING person_id, course_id),
            enrolled AS (TABLE begun UNION ALL TABLE given),
            granted AS (
              INSERT INTO product_access (person_id, product_id, granted_by)
              SELECT DISTINCT person_id, product_id, :by FROM judged WHERE NOT failed AND product_id IS NOT NULL ORDER BY person_id, product_id
              ON CONFLICT (person_id, product_id) DO NOTHING RETURNING person_id, product_id),
            outcome AS MATERIALIZED (
              SELECT r.row_no, r.person_id, r.reason,
                     CASE WHEN r.failed THEN 'failed' WHEN e.person_id IS NOT NULL OR g.person_id IS NOT NULL OR r.fresh AND r.alone THEN 'imported'
                          WHEN r.changed THEN 'updated' ELSE 'skipped' END AS state
              FROM judged r
              LEFT JOIN enrolled e ON e.person_id = r.person_id AND e.course_id = r.course_id
              LEFT JOIN granted g ON g.person_id = r.person_id AND g.product_id = r.product_id),
            marked AS (
              UPDATE import_row r SET state = o.state, person_id = o.person_id FROM outcome o
              WHERE r.import_id = :id AND r.row_no > :after AND r.row_no <= :last AND r.row_no = o.row_no),
            noted AS (
              INSERT INTO import_finding (import_id, row_no, severity, reason, column_name, value, detail)
              SELECT :id, o.row_no, 'error', o.reason, CASE WHEN o.reason LIKE 'item%' THEN 'item_id' WHEN c.email <> '' THEN 'email' ELSE split_part(k, ':', 1) END,
                     CASE WHEN o.reason LIKE 'item%' THEN c.item_id WHEN c.email <> '' THEN c.email ELSE substr(k, strpos(k, ':') + 1) END,
                     CASE WHEN o.reason LIKE 'item%' THEN c.item_type END
              FROM outcome o JOIN chunk c ON c.row_no = o.row_no CROSS JOIN LATERAL staged_key(c.email, c.fields) k
              WHERE o.reason IS NOT NULL ON CONFLICT DO NOTHING)
            SELECT count(*) FILTER (WHERE state = 'imported') AS imported, count(*) FILTER (WHERE state = 'updated') AS updated,
                   count(*) FILTER (WHERE state = 'skipped') AS skipped, count(*) FILTER (WHERE state = 'failed') AS failed,
                   (SELECT count(*) FROM enrolled) + (SELECT count(*) FROM granted) AS enrolled,
                   array(SELECT DISTINCT person_id FROM outcome WHERE state IN ('imported', 'updated') LIMIT 1000) AS people
            FROM outcome
            """.replace("ENROL", ENROL)
            .replace(
                    "DUE",
                    moment(
                            "due_date",
                            "((c.fields ->> 'due_date')::date + 1)::timestamp AT TIME ZONE z.zone - interval '1 second'"))
            .replace(
                    "DONE",
                    moment("completion_date", "(c.fields ->> 'completion_date')::date::timestamp AT TIME ZONE z.zone"));

    /** A field that is a day, or a time with or without its zone. */
    private static String moment(String field, String day) {
        return """
                CASE WHEN c.fields ->> 'FIELD' ~ 'T.*(Z|[+-][0-9]{2}.?[0-9]{2})$' THEN (c.fields ->> 'FIELD')::timestamptz
                     WHEN length(c.fields ->> 'FIELD') > 10 THEN (c.fields ->> 'FIELD')::timestamp AT TIME ZONE z.zone
                     ELSE DAY END""".replace("FIELD", field).replace("DAY", day);
    }

    private ChunkSql() {}
}
