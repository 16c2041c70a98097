package app.rollcall.course;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what is taught, for those who see who learns it. */
@Component
public class Courses {

    private final CourseQuery query;
    private final Rights rights;

    Courses(CourseQuery query, Rights rights) {
        this.query = query;
        this.rights = rights;
    }

    /** One page of those whose title or code holds the text, by title. */
    public Mono<List<Course>> page(Actor actor, String text, long offset, int limit) {
        return allowed(actor).then(query.page(text, offset, limit));
    }

    public Mono<Long> count(Actor actor, String text) {
        return allowed(actor).then(query.count(text));
    }

    /** Empty when there is none of that number. */
    public Mono<Course> find(Actor actor, CourseId id) {
        return allowed(actor).then(query.find(id));
    }

    private Mono<Void> allowed(Actor actor) {
        return rights.require(actor, Permission.LIST_LEARNERS);
    }
}
