package app.rollcall.importing;

/**
 * The statements about courses that take only so many people (case 79): the rows of a list get the free seats in the order of
 * the list; those behind the last one are at fault. Rows that fail anyhow, and people who are in already, take none.
 */
final class SeatSql {

    private static final String COURSES = "/* courses */";
    private static final String WAITING = "/* waiting */";
    private static final String JUDGED = "/* judged */";

    /** Of each row about a course that is limited, which of the free seats it would take. */
    private static final String TAKING = """
            WITH seat AS MATERIALIZED (
              SELECT c.id, c.code::text AS code, c.seats - n.taken AS free
              FROM course c CROSS JOIN LATERAL (
                SELECT count(DISTINCT e.person_id) AS taken FROM enrolment e WHERE e.course_id = c.id AND e.archived_at IS NULL) n
              WHERE c.seats IS NOT NULL /* courses */),
            taking AS MATERIALIZED (
              SELECT r.row_no, r.item_id, staged_key(r.email, r.fields) AS email, row_number() OVER (PARTITION BY s.id ORDER BY r.row_no) > s.free AS left_over
              FROM seat s JOIN import_row r ON lower(r.item_id) = lower(s.code)
              LEFT JOIN import_match m ON m.import_id = r.import_id AND m.row_no = r.row_no
              WHERE r.import_id = :id AND r.item_type = 'course' AND r.problem IS NULL AND r.state IN ('staged', 'failed') /* waiting */
                AND NOT EXISTS (SELECT FROM import_finding f
                      WHERE f.import_id = :id AND f.row_no = r.row_no AND f.severity = 'error' /* judged */)
                AND NOT EXISTS (SELECT FROM enrolment e WHERE e.person_id = m.person_id AND e.course_id = s.id AND e.archived_at IS NULL))
            """;

    private static final String FOUND = """
            INSERT INTO import_finding (import_id, row_no, severity, reason, column_name, value, detail)
            SELECT :id, row_no, 'error', 'item_full', 'item_id', item_id, 'course' FROM taking WHERE left_over
            """;

    /** The same, whatever was found of seats before. */
    private static final String ANEW = TAKING.replace(JUDGED, "AND f.reason <> 'item_full'");

    /** The courses that the rows bound are about. */
    private static final String THEIRS =
            "c.code IN (SELECT r.item_id::citext FROM import_row r WHERE r.import_id = :id AND r.item_type = 'course' AND r.row_no = ANY(:rows))";

    /** After all other findings of a list. */
    static final String ALL = ANEW + FOUND;

    /** After all other findings of the rows bound; the others stay as they were found. */
    static final String ONLY = ANEW.replace(COURSES, " AND " + THEIRS) + FOUND + " AND row_no = ANY(:rows)";

    /** The addresses with rows that got or lost a seat by a change of the rows bound. What was full stays in question; other courses are not looked at. */
    static final String TURNED = ANEW.replace(
                    COURSES,
                    " AND (c.code IN (SELECT f.value::citext FROM import_finding f WHERE f.import_id = :id AND f.reason = 'item_full') OR "
                            + THEIRS + ")")
            + """
            SELECT DISTINCT t.email FROM taking t
            WHERE t.left_over <> EXISTS (SELECT FROM import_finding f WHERE f.import_id = :id AND f.row_no = t.row_no AND f.reason = 'item_full')
            """;

    /** Holds the limited courses of a chunk until it is committed, in an order in which two that do so cannot deadlock. */
    static final String HOLD = """
            SELECT c.id FROM course c
            WHERE c.seats IS NOT NULL AND c.code IN (SELECT r.item_id::citext FROM import_row r
              WHERE r.import_id = :id AND r.row_no > :after AND r.row_no <= :last AND r.state = 'staged' AND r.item_type = 'course')
            ORDER BY c.id FOR NO KEY UPDATE
            """;

    /** Rows of a held chunk for which no seat is left since the check. */
    static final String CHUNK =
            TAKING.replace(WAITING, "AND r.state = 'staged' AND r.row_no > :after AND r.row_no <= :last") + FOUND
                    + " ON CONFLICT DO NOTHING";

    private SeatSql() {}
}
