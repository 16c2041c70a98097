package app.rollcall.enrolment;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.course.CourseId;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The courses of one learner, for those who may see them; giving and taking them (OM-57 to OM-60). */
@Component
public class LearnerCourses {

    private final LearnerCourseQuery query;
    private final Enrolments enrolments;
    private final Audit audit;
    private final LiveEvents live;
    private final Rights rights;
    private final TransactionalOperator transaction;

    LearnerCourses(
            LearnerCourseQuery query,
            Enrolments enrolments,
            Audit audit,
            LiveEvents live,
            Rights rights,
            TransactionalOperator transaction) {
        this.query = query;
        this.enrolments = enrolments;
        this.audit = audit;
        this.live = live;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** One page of those whose title or code holds the text. */
    public Mono<List<LearnerCourse>> page(
            Actor actor, PersonId learner, String text, LearnerCourseOrder order, long offset, int limit) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.page(learner, text, order, offset, limit));
    }

    public Mono<Long> count(Actor actor, PersonId learner, String text) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.count(learner, text));
    }

    public Mono<CourseFigures> figures(Actor actor, PersonId learner) {
        return rights.require(actor, Permission.LIST_LEARNERS).then(query.figures(learner));
    }

    /** One page of those that the learner has not and can be given, by title. */
    public Mono<List<EnrollableCourse>> enrollable(Actor actor, PersonId learner, String text, long offset, int limit) {
        return rights.require(actor, Permission.MANAGE_USERS).then(query.enrollable(learner, text, offset, limit));
    }

    public Mono<Long> enrollableCount(Actor actor, PersonId learner, String text) {
        return rights.require(actor, Permission.MANAGE_USERS).then(query.enrollableCount(learner, text));
    }

    /** Direct Enroll: gives all of the courses or, where {@link CannotAssign} says why, none. Gives how many were new. */
    public Mono<Integer> enrol(
            Actor actor,
            PersonId learner,
            Collection<CourseId> courses,
            Requirement requirement,
            @Nullable LocalDate due) {
        return transaction.transactional(
                Flux.fromStream(courses.stream().sorted(Comparator.comparingLong(CourseId::value)))
                        .concatMap(course -> enrolments.assign(actor, course, List.of(learner), requirement, due))
                        .reduce(0, Integer::sum));
    }

    /** What was taken away, so that it can be given back. */
    public record Taken(PersonId learner, CourseId course, List<Long> attempts) {}

    /** Takes the course away; its progress is kept for {@link #giveBack}. Empty when the learner has not got it any more. */
    public Mono<Taken> take(Actor actor, PersonId learner, CourseId course) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(query.take(learner, course))
                .filter(attempts -> !attempts.isEmpty())
                .delayUntil(_ -> announce(actor, learner, course, Verb.UNENROLLED))
                .map(attempts -> new Taken(learner, course, attempts)));
    }

    /** Undoes {@link #take}. Fails with {@link CannotAssign}, also when the learner was given the course anew meanwhile. */
    public Mono<Void> giveBack(Actor actor, Taken taken) {
        return transaction.transactional(rights.require(actor, Permission.MANAGE_USERS)
                .then(enrolments.hold(taken.course()))
                .flatMap(held -> query.giveBack(taken.learner(), taken.course(), taken.attempts())
                        .filter(back -> back)
                        .switchIfEmpty(Mono.error(() -> new CannotAssign(CannotAssign.Reason.HAS_IT_ANEW)))
                        .then(enrolments.seated(
                                taken.course(), held, List.of(taken.learner().value()))))
                .then(announce(actor, taken.learner(), taken.course(), Verb.ENROLLED)));
    }

    private Mono<Void> announce(Actor actor, PersonId learner, CourseId course, Verb verb) {
        return Mono.defer(() -> audit.record(
                        AuditLine.by(actor.id().value(), verb, SubjectKind.LEARNER, learner.value())
                                .with("course", Long.toString(course.value())))
                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(List.of(learner.value()), entry))));
    }
}
