package app.rollcall.course;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What is taught, for those who see who learns it, and how many a course takes. */
@Component
public class Courses {

    /** More seats than this are no limit. */
    public static final int MOST_SEATS = 1_000_000;

    private final CourseQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    Courses(CourseQuery query, Audit audit, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
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

    /**
     * Says how many people the course takes at most. Who is in stays in, even where they are more. Fails with {@link CannotLimit}.
     *
     * @param before the number of seats that the change was made from
     * @param seats null for any number of people
     */
    public Mono<Void> limit(Actor actor, CourseId course, @Nullable Integer before, @Nullable Integer seats) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(Mono.defer(() -> seats != null && (seats < 0 || seats > MOST_SEATS)
                        ? Mono.error(new CannotLimit(CannotLimit.Reason.OUT_OF_RANGE))
                        : query.limit(course, before, seats)))
                .filter(done -> done)
                .switchIfEmpty(Mono.error(() -> new CannotLimit(CannotLimit.Reason.OVERTAKEN)))
                .then(audit.record(
                        AuditLine.by(actor.id().value(), Verb.SEATS_CHANGED, SubjectKind.COURSE, course.value())
                                .with("seats", seats == null ? "" : seats.toString())))
                .then(live.publish(new LiveEvent.CourseChanged(course.value()))));
    }

    private Mono<Void> allowed(Actor actor) {
        return rights.require(actor, Permission.LIST_LEARNERS);
    }
}
