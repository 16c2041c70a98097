package app.rollcall.enrolment;

import app.rollcall.course.CourseId;
import app.rollcall.course.CourseStatus;
import app.rollcall.database.LikeText;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of who has a course, and who gets it. */
@Component
class EnrolmentQuery {

    /** The latest attempt of each; a course whose latest attempt was put away is not theirs any more (MA-41). */
    private static final String HAVE = """
            FROM (SELECT DISTINCT ON (person_id) * FROM enrolment WHERE course_id = :course ORDER BY person_id, attempt DESC) e
            JOIN person p ON p.id = e.person_id AND p.status <> 'disabled'
            LEFT JOIN person b ON b.id = e.assigned_by
            WHERE e.archived_at IS NULL
            """;

    private static final String HAVE_NOT = """
            FROM person p WHERE p.learner AND p.status <> 'disabled'
              AND NOT EXISTS (SELECT FROM enrolment e WHERE e.person_id = p.id AND e.course_id = :course AND e.archived_at IS NULL)
            """;

    private static final String FOUND = " AND (:text = '' OR p.search LIKE '%' || plain_text(:text) || '%')";

    private static final String PERSON = """
            SELECT p.id, p.email::text AS email, p.status,
                   CASE WHEN p.status = 'pending' THEN p.email::text
                        ELSE coalesce(nullif(btrim(p.first_name || ' ' || p.last_name), ''), p.email::text) END AS name
            """;

    private static final String PAGE = " ORDER BY p.search, p.id OFFSET :offset LIMIT :limit";

    private final DatabaseClient database;

    EnrolmentQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<CourseLearner>> page(CourseId course, String text, long offset, int limit) {
        return about(course, text, PERSON + """
                        , e.requirement, e.due_at, e.completion, e.progress::int AS progress,
                          nullif(btrim(b.first_name || ' ' || b.last_name), '') AS assigned_by
                        """ + HAVE + FOUND + PAGE)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(EnrolmentQuery::learner)
                .all()
                .collectList();
    }

    Mono<Long> count(CourseId course, String text) {
        return number(about(course, text, "SELECT count(*) " + HAVE + FOUND));
    }

    Mono<List<Assignable>> assignable(CourseId course, String text, long offset, int limit) {
        return about(course, text, PERSON + HAVE_NOT + FOUND + PAGE)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(row -> new Assignable(
                        id(row),
                        text(row, "name"),
                        text(row, "email"),
                        text(row, "status").equals("pending")))
                .all()
                .collectList();
    }

    Mono<Long> assignableCount(CourseId course, String text) {
        return number(about(course, text, "SELECT count(*) " + HAVE_NOT + FOUND));
    }

    /** A course as it stays until the transaction ends. */
    record Held(CourseStatus status, @Nullable Integer seats) {}

    /** Nobody else gives a seat of it, or changes it, until the transaction ends; empty when it is gone. */
    Mono<Held> hold(CourseId course) {
        return database.sql("SELECT status, seats FROM course WHERE id = :course FOR NO KEY UPDATE")
                .bind("course", course.value())
                .map(row -> new Held(CourseStatus.of(text(row, "status")), row.get("seats", Integer.class)))
                .one();
    }

    /** How many hold a seat of the course. Ask it in a statement after the one that holds the course. */
    Mono<Long> taken(CourseId course) {
        return number(database.sql(
                        "SELECT count(DISTINCT person_id) FROM enrolment WHERE course_id = :course AND archived_at IS NULL")
                .bind("course", course.value()));
    }

    /** Whether the day, as the organisation counts days, is not over yet. */
    Mono<Boolean> ahead(LocalDate day) {
        return database.sql("""
                        SELECT :day >= (now() AT TIME ZONE coalesce((SELECT time_zone FROM organisation), 'UTC'))::date
                        """)
                .bind("day", day)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** Gives the course to those who have it not, in an order in which two that do so at once cannot deadlock; who got it. */
    Mono<List<Long>> assign(
            CourseId course,
            Collection<PersonId> people,
            PersonId by,
            Requirement requirement,
            @Nullable LocalDate due) {
        return database.sql("""
                        INSERT INTO enrolment (person_id, course_id, attempt, assigned_by, requirement, due_at)
                        SELECT p.id, :course, 1 + coalesce((SELECT max(attempt) FROM enrolment e WHERE e.person_id = p.id AND e.course_id = :course), 0),
                               :by, :requirement,
                               (:due + 1)::timestamp AT TIME ZONE coalesce((SELECT time_zone FROM organisation), 'UTC') - interval '1 second'
                        """ + HAVE_NOT + """
                          AND p.id = ANY (:people) ORDER BY p.id ON CONFLICT (person_id, course_id, attempt) DO NOTHING RETURNING person_id
                        """)
                .bind("course", course.value())
                .bind("by", by.value())
                .bind("requirement", requirement.code())
                .bind("due", Parameters.in(R2dbcType.DATE, due))
                .bind("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList();
    }

    private GenericExecuteSpec about(CourseId course, String text, String sql) {
        return database.sql(sql).bind("course", course.value()).bind("text", LikeText.escaped(text));
    }

    private static Mono<Long> number(GenericExecuteSpec sql) {
        return sql.map(row -> Objects.requireNonNull(row.get(0, Long.class))).one();
    }

    private static CourseLearner learner(Readable row) {
        OffsetDateTime due = row.get("due_at", OffsetDateTime.class);
        return new CourseLearner(
                id(row),
                text(row, "name"),
                text(row, "email"),
                text(row, "status").equals("pending"),
                text(row, "status").equals("paused"),
                Requirement.of(text(row, "requirement")),
                due == null ? null : due.toInstant(),
                Completion.of(text(row, "completion")),
                Objects.requireNonNull(row.get("progress", Integer.class)),
                row.get("assigned_by", String.class));
    }

    private static PersonId id(Readable row) {
        return new PersonId(Objects.requireNonNull(row.get("id", Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
