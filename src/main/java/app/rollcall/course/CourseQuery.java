package app.rollcall.course;

import app.rollcall.database.LikeText;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of the list of courses. */
@Component
class CourseQuery {

    private static final String COURSE = """
            SELECT c.id, c.code::text AS code, c.title, c.kind, c.status,
                   (SELECT count(DISTINCT e.person_id) FROM enrolment e JOIN person p ON p.id = e.person_id AND p.status <> 'disabled'
                    WHERE e.course_id = c.id AND e.archived_at IS NULL) AS learners
            FROM course c
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

    private static Course course(Readable row) {
        return new Course(
                new CourseId(Objects.requireNonNull(row.get("id", Long.class))),
                text(row, "code"),
                text(row, "title"),
                CourseKind.of(text(row, "kind")),
                CourseStatus.of(text(row, "status")),
                Objects.requireNonNull(row.get("learners", Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
