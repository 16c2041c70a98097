package app.rollcall.importing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that change the people of a chunk who are here already, as the check said, where nobody has come between: a
 * field edited by hand meanwhile is kept, a field filled meanwhile is not filled again, a name that is somebody else's by now
 * fails the row.
 */
final class ChangeSql {

    /** A field of a person that a file may change: its heading, its column, and the column's type. */
    private record Field(String heading, String column, String type) {

        /** The new value; one that may be empty is nothing then. */
        String assigned() {
            String value = heading.endsWith("_name") ? "w.said ->> 'H'" : "nullif(w.said ->> 'H', '')::TYPE";
            return ("COL = CASE WHEN w.said -> 'H' IS NULL OR w.fill AND p.COL <> '' THEN p.COL ELSE " + value + " END")
                    .replace("H'", heading + "'")
                    .replace("COL", column)
                    .replace("TYPE", type);
        }
    }

    private static Field text(String heading) {
        return new Field(heading, heading, "text");
    }

    private static final List<Field> FIELDS = List.of(
            text("first_name"),
            text("last_name"),
            text("employee_id"),
            text("external_id"),
            new Field("username", "username", "citext"),
            text("phone"),
            text("address1"),
            text("address2"),
            text("city"),
            text("state"),
            text("zip_code"),
            text("country"),
            text("locale"),
            new Field("timezone", "time_zone", "text"));

    /** In one order, so that two imports with the same people wait for each other instead of deadlocking. */
    static final String LOCK = """
            SELECT FROM person WHERE id IN (SELECT person_id FROM chunk WHERE changes IS NOT NULL AND NOT faulty AND reason IS NULL) ORDER BY id FOR UPDATE
            """;

    /** Somebody who has not accepted yet stays invited, also when enabled again; disabling remembers what was before. */
    static final String CHANGE = """
            WITH may AS MATERIALIZED (
              SELECT c.row_no, c.person_id, i.mode = 'fill' AS fill, s.said, s.kept
              FROM chunk c JOIN person p ON p.id = c.person_id AND p.learner JOIN import i ON i.job_id = :id
              CROSS JOIN LATERAL (
                SELECT jsonb_object_agg(field, value -> 1) FILTER (WHERE NOT edited) AS said, string_agg(field, ', ' ORDER BY field) FILTER (WHERE edited) AS kept
                FROM (SELECT field, value, NOT i.overwrite_edited AND field = ANY(coalesce(p.edited, '{}')) AS edited
                      FROM jsonb_each(c.changes) e (field, value)) e) s
              WHERE c.changes IS NOT NULL AND NOT c.faulty AND c.reason IS NULL),
            w AS MATERIALIZED (
              SELECT m.*, TAKEN AS taken FROM may m),
            written AS (
              UPDATE person p SET email = coalesce((w.said ->> 'email')::citext, p.email),
                FIELDS,
                status = CASE WHEN w.said -> 'status' IS NULL THEN p.status WHEN p.status_before = 'pending' AND w.said ->> 'status' <> 'disabled' THEN 'pending'
                              ELSE w.said ->> 'status' END,
                status_before = CASE WHEN w.said -> 'status' IS NULL OR p.status = 'disabled' AND w.said ->> 'status' = 'disabled' THEN p.status_before
                                     WHEN w.said ->> 'status' = 'disabled' THEN p.status END,
                ref = (SELECT jsonb_object_agg(key, value) FROM jsonb_each_text(coalesce(p.ref, '{}') || w.said)
                       WHERE key LIKE 'ref%' AND value <> ''),
                edited = nullif(array(SELECT e FROM unnest(p.edited) e WHERE w.said -> e IS NULL), '{}'),
                changed_at = now(), version = p.version + 1
              FROM w WHERE p.id = w.person_id AND w.said IS NOT NULL AND NOT w.taken),
            told AS (
              INSERT INTO import_finding (import_id, row_no, severity, reason, column_name, value)
              SELECT :id, row_no, 'warning', 'edited_kept', 'email', kept FROM w WHERE kept IS NOT NULL AND NOT taken ON CONFLICT DO NOTHING)
            UPDATE chunk c SET changed = w.said IS NOT NULL AND NOT w.taken, changes = w.changes, reason = CASE WHEN w.taken THEN 'person_ids_taken' END
            FROM (SELECT w.*, (SELECT jsonb_object_agg(key, jsonb_build_array('', value)) FROM jsonb_each(w.said)) AS changes FROM w) w
            WHERE c.row_no = w.row_no
            """.replace(
                    "FIELDS", FIELDS.stream().map(Field::assigned).collect(Collectors.joining(",\n    ")))
            .replace(
                    "TAKEN",
                    List.of("email", "employee_id", "external_id", "username").stream()
                            .map(ChangeSql::taken)
                            .collect(Collectors.joining("\n    OR ")));

    /** Whether a name is somebody else's by now, or an earlier row of the chunk gives it to somebody else. */
    private static String taken(String name) {
        String borne = switch (name) {
            case "email" -> "lower(o.email::text) = lower(m.said ->> 'email')";
            case "username" -> "o.username = (m.said ->> 'username')::citext";
            default -> "o.NAME = m.said ->> 'NAME'";
        };
        return """
                m.said -> 'NAME' IS NOT NULL AND (EXISTS (SELECT FROM person o WHERE BORNE AND o.id <> m.person_id)
                  OR EXISTS (SELECT FROM may o WHERE lower(o.said ->> 'NAME') = lower(m.said ->> 'NAME') AND o.said ->> 'NAME' <> '' AND o.row_no < m.row_no))""".replace("BORNE", borne).replace("NAME", name);
    }

    /** A link that went to an address which is not the person's any more must not work; one that did not go yet goes to the new. */
    static final String INVITE_AGAIN = """
            WITH c AS (
              UPDATE invitation v SET state = 'superseded' FROM chunk c JOIN person p ON p.id = c.person_id AND p.status = 'pending'
              WHERE c.changed AND c.changes -> 'email' IS NOT NULL AND v.person_id = p.id AND v.state NOT IN ('queued', 'accepted', 'revoked', 'superseded')
              RETURNING v.person_id, c.fields)
            INSERT INTO invitation (person_id, invited_by, batch, message, send_after, expires_at)
            SELECT c.person_id, :by, :id, i.message, SEND_AFTER, EXPIRES_AT FROM c JOIN import i ON i.job_id = :id WHERE INVITED
            """.replace("SEND_AFTER", ChunkSql.SEND_AFTER)
            .replace("EXPIRES_AT", ChunkSql.EXPIRES_AT)
            .replace("INVITED", ChunkSql.INVITED);

    private ChangeSql() {}
}
