package app.rollcall.learning;

import app.rollcall.course.CourseKind;
import app.rollcall.enrolment.Completion;
import app.rollcall.enrolment.Requirement;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of one's own learning. */
@Component
class MyLearningQuery {

    private final DatabaseClient database;

    MyLearningQuery(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the courses are open, without the courses yet; empty for somebody who may not sign in. */
    Mono<MyCourses> standing(PersonId person) {
        // Who paused is named only if that is what was done last, and while they can still undo it.
        return database.sql("""
                        SELECT p.status, coalesce((SELECT name FROM organisation), '') AS organisation, a.at,
                               nullif(btrim(b.first_name || ' ' || b.last_name), '') AS by
                        FROM person p
                        LEFT JOIN LATERAL (SELECT verb, at, actor_id FROM audit_entry
                                           WHERE subject_kind = 'learner' AND subject_id = p.id AND verb IN ('paused', 'unpaused')
                                           ORDER BY id DESC LIMIT 1) a ON p.status = 'paused' AND a.verb = 'paused'
                        LEFT JOIN person b ON b.id = a.actor_id AND b.status IN ('active', 'paused')
                                          AND EXISTS (SELECT FROM person_role r WHERE r.person_id = b.id)
                        WHERE p.id = :person AND p.status IN ('active', 'paused')
                        """)
                .bind("person", person.value())
                .map(row -> new MyCourses(
                        text(row, "organisation"),
                        text(row, "status").equals("paused")
                                ? new MyCourses.Pause(row.get("by", String.class), time(row, "at"))
                                : null,
                        List.of()))
                .one();
    }

    /** The latest attempt at each course; a course whose latest attempt was put away is gone (MA-41), earlier ones or not. */
    Mono<List<MyCourse>> courses(PersonId person) {
        return database.sql("""
                        SELECT c.code::text AS code, c.title, c.kind, e.requirement, e.due_at, e.completion, e.progress::int AS progress,
                               e.completed_at, e.assigned_at, e.access_expires_at,
                               nullif(btrim(b.first_name || ' ' || b.last_name), '') AS assigned_by
                        FROM (SELECT DISTINCT ON (course_id) * FROM enrolment WHERE person_id = :person
                              ORDER BY course_id, attempt DESC) e
                        JOIN course c ON c.id = e.course_id
                        LEFT JOIN person b ON b.id = e.assigned_by
                        WHERE e.archived_at IS NULL
                        ORDER BY e.completion = 'completed', CASE WHEN e.completion = 'completed' THEN e.completed_at END DESC NULLS LAST,
                                 e.due_at NULLS LAST, e.requirement DESC, c.title, c.id
                        """)
                .bind("person", person.value())
                .map(MyLearningQuery::course)
                .all()
                .collectList();
    }

    private static MyCourse course(Readable row) {
        return new MyCourse(
                text(row, "code"),
                text(row, "title"),
                CourseKind.of(text(row, "kind")),
                Requirement.of(text(row, "requirement")),
                time(row, "due_at"),
                Completion.of(text(row, "completion")),
                Objects.requireNonNull(row.get("progress", Integer.class)),
                time(row, "completed_at"),
                row.get("assigned_by", String.class),
                Objects.requireNonNull(time(row, "assigned_at")),
                time(row, "access_expires_at"));
    }

    private static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
