package app.rollcall.enrolment;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.course.CourseId;
import app.rollcall.course.CourseStatus;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Who has a course, for those who may see it, and giving it to people (MA-02). */
@Component
public class Enrolments {

    private final EnrolmentQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    Enrolments(EnrolmentQuery query, Audit audit, LiveEvents live, Rights rights, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** One page of a course's learners whose name or email holds the text, by name. */
    public Mono<List<CourseLearner>> page(Actor actor, CourseId course, String text, long offset, int limit) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.page(course, text, offset, limit));
    }

    public Mono<Long> count(Actor actor, CourseId course, String text) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.count(course, text));
    }

    /** One page of those who have not the course and can be given it, by name. */
    public Mono<List<Assignable>> assignable(Actor actor, CourseId course, String text, long offset, int limit) {
        return rights.require(actor, Permission.MANAGE_USERS).then(query.assignable(course, text, offset, limit));
    }

    public Mono<Long> assignableCount(Actor actor, CourseId course, String text) {
        return rights.require(actor, Permission.MANAGE_USERS).then(query.assignableCount(course, text));
    }

    /**
     * Gives the course to these people, as Required or Optional (MA-03); who has it already keeps it as it is. Gives how many
     * got it. Fails with {@link CannotAssign}, and then nobody got it; who asks for the last seat with others gets it alone (C11).
     *
     * @param due the last day to complete it, as the organisation counts days; null for none (MA-04)
     */
    public Mono<Integer> assign(
            Actor actor,
            CourseId course,
            Collection<PersonId> people,
            Requirement requirement,
            @Nullable LocalDate due) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(assignable(course, due))
                .flatMap(held -> query.assign(course, people, actor.id(), requirement, due)
                        .delayUntil(got -> seated(course, held, got)))
                .flatMap(got -> got.isEmpty()
                        ? Mono.just(0)
                        : audit.record(line(actor, course, got))
                                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(got, entry)))
                                .thenReturn(got.size())));
    }

    /** The course, held until the transaction ends. */
    Mono<EnrolmentQuery.Held> hold(CourseId course) {
        return query.hold(course).switchIfEmpty(Mono.error(() -> new CannotAssign(CannotAssign.Reason.COURSE_GONE)));
    }

    private Mono<EnrolmentQuery.Held> assignable(CourseId course, @Nullable LocalDate due) {
        return hold(course)
                .filter(held -> held.status() == CourseStatus.PUBLISHED)
                .switchIfEmpty(Mono.error(() -> new CannotAssign(CannotAssign.Reason.NOT_PUBLISHED)))
                .filterWhen(_ -> due == null ? Mono.just(true) : query.ahead(due))
                .switchIfEmpty(Mono.error(() -> new CannotAssign(CannotAssign.Reason.DUE_IN_THE_PAST)));
    }

    /** Whether those who got the course have a seat each; else the transaction takes it from all of them. */
    Mono<Void> seated(CourseId course, EnrolmentQuery.Held held, List<Long> got) {
        Integer seats = held.seats();
        return seats == null || got.isEmpty()
                ? Mono.empty()
                : query.taken(course)
                        .filter(taken -> taken > seats)
                        .flatMap(taken -> Mono.error(CannotAssign.noSeats(Math.max(0, seats - (taken - got.size())))));
    }

    private static AuditLine line(Actor actor, CourseId course, List<Long> got) {
        long by = actor.id().value();
        AuditLine line = got.size() == 1
                ? AuditLine.by(by, Verb.ENROLLED, SubjectKind.LEARNER, got.getFirst())
                : AuditLine.byMany(by, Verb.ENROLLED, SubjectKind.LEARNER, got.size());
        return line.with("course", Long.toString(course.value()));
    }
}
