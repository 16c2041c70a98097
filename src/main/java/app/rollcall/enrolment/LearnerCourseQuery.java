package app.rollcall.enrolment;

import app.rollcall.course.CourseId;
import app.rollcall.course.CourseKind;
import app.rollcall.database.LikeText;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of the courses that somebody has. */
@Component
class LearnerCourseQuery {

    /** The current attempt of each: the highest that is not put away. */
    private static final String HAS = """
            FROM (SELECT DISTINCT ON (e.course_id) c.id, c.code::text AS code, c.title, c.kind, e.requirement, e.due_at, e.completion,
                         CASE e.completion WHEN 'completed' THEN 100 ELSE e.progress END::int AS progress, round(e.score_scaled * 100)::int AS score
                  FROM enrolment e JOIN course c ON c.id = e.course_id
                  WHERE e.person_id = :learner AND e.archived_at IS NULL ORDER BY e.course_id, e.attempt DESC) h
            """;

    private static final String HAS_NOT = """
            FROM course c
            WHERE c.status = 'published' AND NOT EXISTS (
                SELECT FROM enrolment e WHERE e.person_id = :learner AND e.course_id = c.id AND e.archived_at IS NULL)
              AND (c.seats IS NULL OR c.seats > (SELECT count(DISTINCT e.person_id) FROM enrolment e WHERE e.course_id = c.id AND e.archived_at IS NULL))
            """;

    private static final String FOUND =
            "(:text = '' OR plain_text(title || ' ' || code) LIKE '%' || plain_text(:text) || '%')";

    private static final String PAGE = " OFFSET :offset LIMIT :limit";

    private final DatabaseClient database;

    LearnerCourseQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<LearnerCourse>> page(PersonId learner, String text, LearnerCourseOrder order, long offset, int limit) {
        return about(learner, text, "SELECT * " + HAS + "WHERE " + FOUND + " ORDER BY " + order.sql() + PAGE)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(LearnerCourseQuery::course)
                .all()
                .collectList();
    }

    Mono<Long> count(PersonId learner, String text) {
        return number(about(learner, text, "SELECT count(*) " + HAS + "WHERE " + FOUND));
    }

    Mono<CourseFigures> figures(PersonId learner) {
        return database.sql("""
                        SELECT count(*) AS courses, count(*) FILTER (WHERE completion = 'completed') AS completed,
                               coalesce(round(avg(progress)), 0)::int AS completion
                        """ + HAS)
                .bind("learner", learner.value())
                .map(row -> new CourseFigures(
                        Objects.requireNonNull(row.get("courses", Long.class)),
                        Objects.requireNonNull(row.get("completed", Long.class)),
                        Objects.requireNonNull(row.get("completion", Integer.class))))
                .one();
    }

    Mono<List<EnrollableCourse>> enrollable(PersonId learner, String text, long offset, int limit) {
        return about(
                        learner,
                        text,
                        "SELECT id, code::text AS code, title, kind " + HAS_NOT + " AND " + FOUND
                                + " ORDER BY title, id" + PAGE)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(row -> new EnrollableCourse(
                        id(row), text(row, "code"), text(row, "title"), CourseKind.of(text(row, "kind"))))
                .all()
                .collectList();
    }

    Mono<Long> enrollableCount(PersonId learner, String text) {
        return number(about(learner, text, "SELECT count(*) " + HAS_NOT + " AND " + FOUND));
    }

    /** Puts away what the learner has of the course, and gives the attempts. */
    Mono<List<Long>> take(PersonId learner, CourseId course) {
        return database.sql("""
                        UPDATE enrolment SET archived_at = now(), version = version + 1
                        WHERE person_id = :learner AND course_id = :course AND archived_at IS NULL RETURNING id
                        """)
                .bind("learner", learner.value())
                .bind("course", course.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList();
    }

    /** Whether these attempts were away and are current again; not so when there is a current one already. */
    Mono<Boolean> giveBack(PersonId learner, CourseId course, Collection<Long> attempts) {
        return database.sql("""
                        UPDATE enrolment e SET archived_at = NULL, version = version + 1
                        WHERE e.id = ANY (:attempts) AND e.person_id = :learner AND e.course_id = :course AND e.archived_at IS NOT NULL
                          AND NOT EXISTS (SELECT FROM enrolment o WHERE o.person_id = :learner AND o.course_id = :course AND o.archived_at IS NULL)
                        """)
                .bind("attempts", attempts.toArray(Long[]::new))
                .bind("learner", learner.value())
                .bind("course", course.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private GenericExecuteSpec about(PersonId learner, String text, String sql) {
        return database.sql(sql).bind("learner", learner.value()).bind("text", LikeText.escaped(text));
    }

    private static Mono<Long> number(GenericExecuteSpec sql) {
        return sql.map(row -> Objects.requireNonNull(row.get(0, Long.class))).one();
    }

    private static LearnerCourse course(Readable row) {
        OffsetDateTime due = row.get("due_at", OffsetDateTime.class);
        return new LearnerCourse(
                id(row),
                text(row, "code"),
                text(row, "title"),
                CourseKind.of(text(row, "kind")),
                Requirement.of(text(row, "requirement")),
                due == null ? null : due.toInstant(),
                Completion.of(text(row, "completion")),
                Objects.requireNonNull(row.get("progress", Integer.class)),
                row.get("score", Integer.class));
    }

    private static CourseId id(Readable row) {
        return new CourseId(Objects.requireNonNull(row.get("id", Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
