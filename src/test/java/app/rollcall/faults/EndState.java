package app.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/**
 * All that an import leaves behind, but for ids and times: two of one file must be equal. How many of its invitations have
 * left by now, or were cut off while they did, is a matter of time, too: the mail goes on while the import does.
 */
record EndState(Map<String, String> facts) {

    private static final String SQL = """
            SELECT
              (SELECT md5(string_agg(fact, E'\\n' ORDER BY fact)) FROM (
                 SELECT concat_ws('|', p.email, p.first_name, p.last_name, p.status, c.code, e.attempt, e.assigned_by) AS fact
                 FROM person p LEFT JOIN enrolment e ON e.person_id = p.id LEFT JOIN course c ON c.id = e.course_id) f) AS enrolments_md5,
              (SELECT md5(string_agg(p.email || '|' || CASE WHEN i.state IN ('queued', 'sent', 'unconfirmed') THEN 'leaves' ELSE i.state END || '|' || i.invited_by, E'\\n' ORDER BY p.email))
                 FROM invitation i JOIN person p ON p.id = i.person_id) AS invitations_md5,
              (SELECT md5(string_agg(row_no || '|' || r.state || '|' || p.email, E'\\n' ORDER BY row_no))
                 FROM import_row r LEFT JOIN person p ON p.id = r.person_id) AS rows_md5,
              (SELECT md5(string_agg(row_no || '|' || severity || '|' || reason, E'\\n' ORDER BY row_no, reason))
                 FROM import_finding) AS findings_md5,
              (SELECT string_agg(verb || '|' || subject_count, ', ' ORDER BY id) FROM audit_entry) AS audit,
              (SELECT count(*) FROM person) AS people, (SELECT count(DISTINCT email) FROM person) AS emails,
              (SELECT count(*) FROM invitation) AS invitations, (SELECT count(DISTINCT person_id) FROM invitation) AS invited_people,
              (SELECT count(*) FROM enrolment) AS enrolments, (SELECT count(DISTINCT person_id) FROM enrolment) AS enrolled_people,
              (SELECT count(*) FROM import_row) AS staged, (SELECT count(*) FROM scheduled_tasks WHERE task_instance <> 'recurring') AS tasks,
              i.rows, i.emails AS file_emails, i.rows_valid, i.rows_warning, i.rows_error, i.imported, i.skipped, i.invited, i.enrolled,
              j.state, j.step, j.total, j.done, j.failed, j.cursor, coalesce(j.reason, '') AS reason
            FROM import i JOIN job j ON j.id = i.job_id
            """;

    static EndState of(Beside database) {
        return new EndState(new TreeMap<>(database.row(SQL)));
    }

    String text(String fact) {
        return facts.get(fact);
    }

    long number(String fact) {
        return Long.parseLong(facts.get(fact));
    }

    /** Every row came to what it should, once; the counts say so too (rule R8). */
    void assertNothingLostNothingDoubled(LearnerList list) {
        assertThat(text("state")).isEqualTo("completed_with_errors");
        assertThat(number("staged")).isEqualTo(list.rows());
        assertThat(number("cursor")).isEqualTo(list.rows());
        assertThat(number("total")).isEqualTo(list.rows());
        assertThat(number("done") + number("failed")).isEqualTo(list.rows());
        assertThat(number("imported")).isEqualTo(list.fresh());
        assertThat(number("skipped")).isEqualTo(list.known());
        assertThat(number("failed")).isEqualTo(list.faulty());
        assertThat(number("people")).as("and the admin").isEqualTo(list.fresh() + list.known() + 1L);
        assertThat(number("emails")).isEqualTo(number("people"));
        assertThat(number("invitations")).isEqualTo(list.fresh());
        assertThat(number("invited_people")).isEqualTo(list.fresh());
        assertThat(number("enrolments")).isEqualTo(list.fresh() + list.known());
        assertThat(number("enrolled_people")).isEqualTo(number("enrolments"));
    }
}
