package app.rollcall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.security.SecurityTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditTest extends SecurityTest {

    @Autowired
    private Audit audit;

    @Test
    @DisplayName("ASVS 16.2 A line says who did what to what, and keeps hostile details as plain text")
    void records() {
        String hostile = "'; DROP TABLE person; --\"}\r\n\u2028{\0";
        long id = audit.record(AuditLine.by(7, Verb.PAUSED, SubjectKind.LEARNER, 9)
                        .through(5L)
                        .counting(3)
                        .with("reason", hostile)
                        .with("else", ""))
                .block();
        var row = database.sql("SELECT *, details ->> 'reason' AS reason FROM audit_entry WHERE id = :id")
                .bind("id", id)
                .fetch()
                .one()
                .block();
        assertThat(row)
                .containsEntry("actor_id", 7L)
                .containsEntry("through_id", 5L)
                .containsEntry("verb", "paused")
                .containsEntry("subject_kind", "learner")
                .containsEntry("subject_id", 9L)
                .containsEntry("subject_count", 3L)
                .containsEntry("reason", hostile.replace('\0', '\uFFFD'));
        assertThat(row.get("on_behalf_of_id")).isNull();
    }

    @Test
    @DisplayName("ASVS 16.4.2 A line is never changed and never removed")
    void appendOnly() {
        audit.record(AuditLine.byMany(7, Verb.IMPORTED, SubjectKind.LEARNER, 20))
                .block();
        for (String change :
                new String[] {"UPDATE audit_entry SET verb = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"}) {
            assertThatThrownBy(() -> database.sql(change).then().block())
                    .hasMessageContaining("the audit is only ever appended to");
        }
    }

    @Test
    @DisplayName("ASVS 16.4.1 Nobody writes a line of their own into the log")
    void logText() {
        assertThat(LogText.escaped("a\r\nINFO all is well\u2028\u001b[0m"))
                .isEqualTo("a\\u000d\\u000aINFO all is well\\u2028\\u001b[0m");
        assertThat(LogText.escaped("x".repeat(10_000))).hasSize(500);
    }
}
