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
import reactor.core.publisher.Mono;

/** The SQL of the list of courses. */
@Component
class CourseQuery {

    private static final String COURSE = """
            SELECT c.id, c.code::text AS code, c.title, c.kind, c.status, c.seats, n.learners, n.taken
            FROM course c
            CROSS JOIN LATERAL (
              SELECT count(DISTINCT e.person_id) AS taken, count(DISTINCT e.person_id) FILTER (WHERE p.status <> 'disabled') AS learners
              FROM enrolment e JOIN person p ON p.id = e.person_id WHERE e.course_id = c.id AND e.archived_at IS NULL) n
            """;

    private static final String FOUND =
            "WHERE :text = '' OR plain_text(c.title || ' ' || c.code) LIKE '%' || plain_text(:text) || '%'";

    private final DatabaseClient database;

    CourseQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Course>> page(String text, long offset, int limit) {
        return database.sql(COURSE + FOUND + " ORDER BY c.title, c.id OFFSET :offset LIMIT :limit")
                .bind("text", LikeText.escaped(text))
                .bind("offset", offset)
                .bind("limit", limit)
                .map(CourseQuery::course)
                .all()
                .collectList();
    }

    Mono<Long> count(String text) {
        return database.sql("SELECT count(*) FROM course c " + FOUND)
                .bind("text", LikeText.escaped(text))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    Mono<Course> find(CourseId id) {
        return database.sql(COURSE + "WHERE c.id = :id")
                .bind("id", id.value())
                .map(CourseQuery::course)
                .one();
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
