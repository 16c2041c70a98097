package app.rollcall.learner;

import app.rollcall.database.SharedReads;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads the directory, for those who may. What all open screens read after a change, they read once together, the top of a list
 * too; a page further down is each screen's own.
 */
@Component
public class Directory {

    /** So long a row waits for the counts it changed, to be one update with them. */
    private static final Duration TOGETHER = Duration.ofMillis(50);

    private final DirectoryQuery query;
    private final Rights rights;
    private final Landmarks landmarks;
    private final SharedReads<Top, DirectoryQuery.Page> tops;
    private final SharedReads<LearnerFilter, LearnerCounts> counts;
    private final SharedReads<Set<PersonId>, List<LearnerRow>> rows;
    private final SharedReads<Change, Changed> changes;

    /** The first rows of a list. */
    private record Top(LearnerFilter filter, LearnerOrder order, int limit) {}

    /** What the audit entry of this number did, to be shown beside a filter. */
    private record Change(Set<PersonId> ids, long auditId, LearnerFilter filter) {}

    Directory(DirectoryQuery query, Rights rights, Landmarks landmarks) {
        this.query = query;
        this.rights = rights;
        this.landmarks = landmarks;
        tops = new SharedReads<>(top -> query.page(top.filter, top.order, 0, top.limit, Trail.top(top.limit)));
        counts = new SharedReads<>(query::counts);
        rows = new SharedReads<>(query::rows);
        changes = new SharedReads<>(this::changed);
    }

    /** One page in the given order, reached from the top of the list. */
    public Mono<List<LearnerRow>> page(Actor actor, LearnerFilter filter, LearnerOrder order, long offset, int limit) {
        return page(actor, filter, order, offset, limit, new Trail());
    }

    /**
     * One page in the given order.
     *
     * @param trail where the screen has been in this list, with this filter and order; the page is added to it
     */
    public Mono<List<LearnerRow>> page(
            Actor actor, LearnerFilter filter, LearnerOrder order, long offset, int limit, Trail trail) {
        Trail.Way way = trail.to(filter, order, offset, limit, landmarks);
        Mono<DirectoryQuery.Page> page = way.equals(Trail.top(limit))
                ? allowedTogether(actor).then(tops.of(new Top(filter, order, limit)))
                : allowed(actor).then(query.page(filter, order, offset, limit, way));
        return page.doOnNext(found -> trail.walked(offset, found.places())).map(DirectoryQuery.Page::rows);
    }

    /** After a jump that had a long way: learns for all screens where to begin the next one. Otherwise nothing. */
    public Mono<Void> survey(Actor actor, LearnerFilter filter, LearnerOrder order, Trail trail) {
        return Mono.defer(() -> landmarks.missed(filter, order, trail)
                ? allowedTogether(actor).then(landmarks.survey(filter, order))
                : Mono.empty());
    }

    /** These learners as they are now; those who are gone are left out. */
    public Mono<List<LearnerRow>> rows(Actor actor, Collection<PersonId> ids) {
        return ids.isEmpty() ? Mono.just(List.of()) : allowedTogether(actor).then(rows.of(Set.copyOf(ids)));
    }

    /** How many match the search, under each status filter. */
    public Mono<LearnerCounts> counts(Actor actor, LearnerFilter filter) {
        return allowedTogether(actor).then(counts.of(filter));
    }

    /** How many of these learners the filter shows. */
    public Mono<Long> shown(Actor actor, LearnerFilter filter, Collection<PersonId> ids) {
        return ids.isEmpty() ? Mono.just(0L) : allowed(actor).then(query.shown(filter, ids));
    }

    /** What the audit entry says was done to learners; empty when it is about something else. */
    public Mono<Deed> deed(Actor actor, long auditId) {
        return allowed(actor).then(query.deed(auditId));
    }

    /**
     * What a change of few came to, told with how many match the filter.
     *
     * @param auditId the number of its audit entry
     */
    public Mono<Changed> changed(Actor actor, Collection<PersonId> ids, long auditId, LearnerFilter filter) {
        return allowedTogether(actor).then(changes.of(new Change(Set.copyOf(ids), auditId, filter)));
    }

    private Mono<Changed> changed(Change change) {
        return Mono.zip(
                        rows.of(change.ids),
                        counts.of(change.filter).map(Optional::of).timeout(TOGETHER, Mono.just(Optional.empty())),
                        query.deed(change.auditId).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(read -> new Changed(
                        change.ids,
                        read.getT1(),
                        read.getT2().orElse(null),
                        read.getT3().orElse(null)));
    }

    private Mono<Void> allowed(Actor actor) {
        return rights.require(actor, Permission.LIST_LEARNERS);
    }

    private Mono<Void> allowedTogether(Actor actor) {
        return rights.requireToRead(actor, Permission.LIST_LEARNERS);
    }
}
