package app.rollcall.course;

import app.rollcall.database.LikeText;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The SQL of the list of courses. The people are counted in a second statement, for courses that are known by then: so PostgreSQL
 * knows how much there is to count, and reads few enrolments by their index, many in one scan of all.
 */
@Component
class CourseQuery {

    /** Of enrolments, by course: how many, and how many of them are of disabled people, whom it is quicker to find than the others. */
    private static final String COUNTED = """
            SELECT e.course_id, count(*) AS people, count(gone.id) AS disabled
            FROM enrolment e LEFT JOIN person gone ON gone.id = e.person_id AND gone.status = 'disabled'
            WHERE e.course_id = ANY (:ids) AND e.archived_at IS NULL %s
            GROUP BY e.course_id
            """;

    private static final String LATER_ATTEMPT = """
            AND e.attempt > 1 AND EXISTS (
              SELECT FROM enrolment f WHERE f.person_id = e.person_id AND f.course_id = e.course_id
              AND f.attempt < e.attempt AND f.archived_at IS NULL)
            """;

    /** Later attempts of the same people are rare, and taken off: to tell people apart would take a sort of all enrolments. */
    private static final String COURSES = """
            WITH enrolled AS (%s), again AS (%s)
            SELECT c.id, c.code::text AS code, c.title, c.kind, c.status, c.seats,
                   coalesce(n.people, 0) - coalesce(a.people, 0) AS taken,
                   coalesce(n.people - n.disabled, 0) - coalesce(a.people - a.disabled, 0) AS learners
            FROM course c LEFT JOIN enrolled n ON n.course_id = c.id LEFT JOIN again a ON a.course_id = c.id
            WHERE c.id = ANY (:ids) ORDER BY c.title, c.id
            """.formatted(COUNTED.formatted(""), COUNTED.formatted(LATER_ATTEMPT));

    private static final String FOUND =
            "WHERE :text = '' OR plain_text(c.title || ' ' || c.code) LIKE '%' || plain_text(:text) || '%'";

    private final DatabaseClient database;

    CourseQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Course>> page(String text, long offset, int limit) {
        return database.sql(
                        "SELECT c.id FROM course c " + FOUND + " ORDER BY c.title, c.id OFFSET :offset LIMIT :limit")
                .bind("text", LikeText.escaped(text))
                .bind("offset", offset)
                .bind("limit", limit)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .flatMap(ids -> courses(ids.toArray(Long[]::new)).collectList())
                .defaultIfEmpty(List.of());
    }

    Mono<Long> count(String text) {
        return database.sql("SELECT count(*) FROM course c " + FOUND)
                .bind("text", LikeText.escaped(text))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    Mono<Course> find(CourseId id) {
        return courses(id.value()).next();
    }

    private Flux<Course> courses(Long... ids) {
        return database.sql(COURSES).bind("ids", ids).map(CourseQuery::course).all();
    }

    /** Whether the course had the one number of seats and has the other now. */
    Mono<Boolean> limit(CourseId id, @Nullable Integer before, @Nullable Integer seats) {
        return database.sql("""
                        UPDATE course SET seats = :seats, version = version + 1, changed_at = now()
                        WHERE id = :id AND seats IS NOT DISTINCT FROM :before
                        """)
                .bind("id", id.value())
                .bind("before", Parameters.in(R2dbcType.INTEGER, before))
                .bind("seats", Parameters.in(R2dbcType.INTEGER, seats))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Course course(Readable row) {
        return new Course(
                new CourseId(Objects.requireNonNull(row.get("id", Long.class))),
                text(row, "code"),
                text(row, "title"),
                CourseKind.of(text(row, "kind")),
                CourseStatus.of(text(row, "status")),
                Objects.requireNonNull(row.get("learners", Long.class)),
                row.get("seats", Integer.class),
                Objects.requireNonNull(row.get("taken", Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
