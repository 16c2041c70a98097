package app.rollcall.importing;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Applies a range of staged rows, a set at a time: new people with their invitations first, then everybody's enrolments and
 * each row's outcome. The ground may have moved since the check, so what matters is asked again here. Run it in the
 * transaction that also moves the job's cursor.
 */
@Component
class ImportChunk {

    /**
     * Sorted by address, so that two imports with the same people wait for each other instead of deadlocking. Whose item is
     * gone since the check is not invited: a row that fails leaves nothing.
     */
    private static final String INVITE = """
            WITH fresh AS (
              INSERT INTO person (email, first_name, last_name, status, employee_id, external_id, username, phone, address1, address2, city, state,
                zip_code, country, locale, time_zone)
              SELECT DISTINCT ON (lower(r.email)) r.email::citext, r.first_name, r.last_name, 'pending', r.fields ->> 'employee_id',
                r.fields ->> 'external_id', (r.fields ->> 'username')::citext, r.fields ->> 'phone', r.fields ->> 'address1', r.fields ->> 'address2',
                r.fields ->> 'city', r.fields ->> 'state', r.fields ->> 'zip_code', r.fields ->> 'country', r.fields ->> 'locale', r.fields ->> 'timezone'
              FROM import_row r
              WHERE r.import_id = :id AND r.row_no > :after AND r.row_no <= :last AND r.state = 'staged'
                AND NOT EXISTS (SELECT FROM import_finding f WHERE f.import_id = r.import_id AND f.row_no = r.row_no AND f.severity = 'error')
                AND (r.item_type = ''
                  OR r.item_type = 'course' AND r.item_id::citext IN (SELECT code FROM course WHERE status = 'published')
                  OR r.item_type = 'product' AND r.item_id::citext IN (SELECT code FROM product WHERE status = 'published'))
              ORDER BY lower(r.email), r.row_no
              ON CONFLICT DO NOTHING RETURNING id)
            INSERT INTO invitation (person_id, invited_by, message, send_after, expires_at)
            SELECT fresh.id, :by, i.message, CASE i.invitations WHEN 'later' THEN 'infinity'::timestamptz END, now() + make_interval(days => i.expires_days)
            FROM fresh, import i WHERE i.job_id = :id AND i.invitations <> 'none' ORDER BY fresh.id
            """;

    /** Categories of people made by this very transaction; those that nobody has used before are made too. */
    private static final String CATEGORISE = """
            WITH named AS MATERIALIZED (
              SELECT DISTINCT p.id AS person_id, btrim(name)::citext AS name
              FROM import_row r JOIN person p ON p.email = r.email::citext AND p.created_at = now()
              CROSS JOIN LATERAL string_to_table(r.fields ->> 'categories', '|') name
              WHERE r.import_id = :id AND r.row_no > :after AND r.row_no <= :last AND r.fields ->> 'categories' IS NOT NULL AND btrim(name) <> ''),
            made AS (
              INSERT INTO category (name) SELECT DISTINCT ON (name) left(name::text, 60)::citext FROM named ORDER BY name
              ON CONFLICT (name) DO NOTHING RETURNING id, name)
            INSERT INTO person_category (person_id, category_id)
            SELECT n.person_id, c.id FROM named n JOIN (SELECT id, name FROM made UNION SELECT id, name FROM category) c ON c.name = left(n.name::text, 60)::citext
            ON CONFLICT DO NOTHING
            """;

    /**
     * One pass over the chunk. A person made by this very transaction carries its start as created_at, which tells an
     * invitation alone (imported) from a row that had nothing to do (skipped).
     */
    private static final String APPLY = """
            WITH r AS MATERIALIZED (
              SELECT r.row_no, r.email, r.item_type, r.item_id, coalesce(r.fields ->> 'requirement', i.requirement) AS requirement,
                     CASE WHEN r.fields ->> 'due_date' ~ 'T.*(Z|[+-][0-9]{2}.?[0-9]{2})$' THEN (r.fields ->> 'due_date')::timestamptz
                          WHEN length(r.fields ->> 'due_date') > 10 THEN (r.fields ->> 'due_date')::timestamp AT TIME ZONE coalesce(o.time_zone, 'UTC')
                          ELSE (coalesce((r.fields ->> 'due_date')::date, i.due_on) + 1)::timestamp AT TIME ZONE coalesce(o.time_zone, 'UTC') - interval '1 second' END AS due_at,
                     r.fields ->> 'message' AS message, r.fields IS NOT NULL AS named,
                     EXISTS (SELECT FROM import_finding f WHERE f.import_id = r.import_id AND f.row_no = r.row_no AND f.severity = 'error') AS faulty
              FROM import_row r JOIN import i ON i.job_id = r.import_id LEFT JOIN organisation o ON true
              WHERE r.import_id = :id AND r.row_no > :after AND r.row_no <= :last AND r.state = 'staged'),
            known AS MATERIALIZED (
              SELECT r.row_no, r.email, r.item_type, r.item_id, r.faulty, r.requirement, r.due_at, r.message, p.id AS person_id, p.created_at = now() AS fresh,
                     c.id AS course_id, d.id AS product_id, coalesce(a.last_attempt, 0) + 1 AS attempt, coalesce(a.current, false) AS enrolled,
                     CASE WHEN r.faulty THEN NULL
                          WHEN r.item_type <> '' AND coalesce(c.status, d.status) IS NULL THEN 'item_unknown'
                          WHEN r.item_type <> '' AND coalesce(c.status, d.status) <> 'published' THEN 'item_' || coalesce(c.status, d.status)
                          WHEN p.id IS NULL THEN CASE WHEN r.named THEN 'person_ids_taken' ELSE 'person_gone' END
                          WHEN NOT p.learner THEN 'belongs_to_team'
                          WHEN p.status = 'disabled' THEN 'person_disabled'
                     END AS reason
              FROM r
              LEFT JOIN LATERAL (SELECT p.id, p.created_at, p.learner, p.status FROM person p WHERE p.email = r.email::citext LIMIT 1) p ON NOT r.faulty
              LEFT JOIN course c ON r.item_type = 'course' AND c.code = r.item_id::citext
              LEFT JOIN product d ON r.item_type = 'product' AND d.code = r.item_id::citext
              LEFT JOIN LATERAL (SELECT max(e.attempt) AS last_attempt, bool_or(e.archived_at IS NULL) AS current FROM enrolment e
                                 WHERE e.person_id = p.id AND e.course_id = c.id AND p.created_at <> now()) a ON true),
            good AS (SELECT * FROM known WHERE NOT faulty AND reason IS NULL),
            enrolled AS (
              INSERT INTO enrolment (person_id, course_id, attempt, assigned_by, requirement, due_at, message)
              SELECT DISTINCT ON (person_id, course_id) person_id, course_id, attempt, :by, requirement, due_at, message
              FROM good WHERE course_id IS NOT NULL AND NOT enrolled ORDER BY person_id, course_id, row_no
              ON CONFLICT (person_id, course_id, attempt) DO NOTHING RETURNING person_id, course_id),
            granted AS (
              INSERT INTO product_access (person_id, product_id, granted_by)
              SELECT DISTINCT person_id, product_id, :by FROM good WHERE product_id IS NOT NULL ORDER BY person_id, product_id
              ON CONFLICT (person_id, product_id) DO NOTHING RETURNING person_id, product_id),
            outcome AS (
              SELECT k.row_no, k.email, k.item_id, k.item_type, k.person_id, k.reason,
                     CASE WHEN k.faulty OR k.reason IS NOT NULL THEN 'failed'
                          WHEN e.person_id IS NOT NULL OR g.person_id IS NOT NULL OR (k.fresh AND k.item_type = '') THEN 'imported'
                          ELSE 'skipped' END AS state
              FROM known k
              LEFT JOIN enrolled e ON e.person_id = k.person_id AND e.course_id = k.course_id
              LEFT JOIN granted g ON g.person_id = k.person_id AND g.product_id = k.product_id),
            marked AS (
              UPDATE import_row r SET state = o.state, person_id = o.person_id FROM outcome o
              WHERE r.import_id = :id AND r.row_no > :after AND r.row_no <= :last AND r.row_no = o.row_no),
            noted AS (
              INSERT INTO import_finding (import_id, row_no, severity, reason, column_name, value, detail)
              SELECT :id, row_no, 'error', reason, CASE WHEN reason LIKE 'item%' THEN 'item_id' ELSE 'email' END,
                     CASE WHEN reason LIKE 'item%' THEN item_id ELSE email END, CASE WHEN reason LIKE 'item%' THEN item_type END
              FROM outcome WHERE reason IS NOT NULL ON CONFLICT DO NOTHING)
            SELECT count(*) FILTER (WHERE state = 'imported') AS imported, count(*) FILTER (WHERE state = 'skipped') AS skipped,
                   count(*) FILTER (WHERE state = 'failed') AS failed,
                   (SELECT count(*) FROM enrolled) + (SELECT count(*) FROM granted) AS enrolled
            FROM outcome
            """;

    private final DatabaseClient database;

    ImportChunk(DatabaseClient database) {
        this.database = database;
    }

    /** What a chunk did: rows by outcome, and new invitations, enrolments and accesses. */
    record Done(long imported, long skipped, long failed, long invited, long enrolled) {}

    /** Applies the rows after one number up to another, on behalf of who started the import. */
    Mono<Done> apply(ImportId id, @Nullable Long by, long after, long last) {
        return bound(INVITE, id, by, after, last)
                .fetch()
                .rowsUpdated()
                .delayUntil(_ -> database.sql(CATEGORISE)
                        .bind("id", id.value())
                        .bind("after", after)
                        .bind("last", last)
                        .then())
                .flatMap(invited -> bound(APPLY, id, by, after, last)
                        .map(row -> new Done(
                                number(row, "imported"),
                                number(row, "skipped"),
                                number(row, "failed"),
                                invited,
                                number(row, "enrolled")))
                        .one());
    }

    Mono<Void> count(ImportId id, Done done) {
        return database.sql("""
                        UPDATE import SET imported = imported + :imported, skipped = skipped + :skipped,
                          invited = invited + :invited, enrolled = enrolled + :enrolled WHERE job_id = :id
                        """)
                .bind("imported", done.imported())
                .bind("skipped", done.skipped())
                .bind("invited", done.invited())
                .bind("enrolled", done.enrolled())
                .bind("id", id.value())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, ImportId id, @Nullable Long by, long after, long last) {
        DatabaseClient.GenericExecuteSpec spec =
                database.sql(sql).bind("id", id.value()).bind("after", after).bind("last", last);
        return by == null ? spec.bindNull("by", Long.class) : spec.bind("by", by);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
