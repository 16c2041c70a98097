package app.rollcall.learner;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the directory, for those who may. */
@Component
public class Directory {

    private final DirectoryQuery query;
    private final Rights rights;

    Directory(DirectoryQuery query, Rights rights) {
        this.query = query;
        this.rights = rights;
    }

    /** One page in the given order. */
    public Mono<List<LearnerRow>> page(Actor actor, LearnerFilter filter, LearnerOrder order, long offset, int limit) {
        return allowed(actor).then(query.page(filter, order, offset, limit));
    }

    /** These learners as they are now; those who are gone are left out. */
    public Mono<List<LearnerRow>> rows(Actor actor, Collection<PersonId> ids) {
        return ids.isEmpty() ? Mono.just(List.of()) : allowed(actor).then(query.rows(ids));
    }

    /** How many match the search, under each status filter. */
    public Mono<LearnerCounts> counts(Actor actor, LearnerFilter filter) {
        return allowed(actor).then(query.counts(filter));
    }

    /** How many of these learners the filter shows. */
    public Mono<Long> shown(Actor actor, LearnerFilter filter, Collection<PersonId> ids) {
        return ids.isEmpty() ? Mono.just(0L) : allowed(actor).then(query.shown(filter, ids));
    }

    /** What the audit entry says was done to learners; empty when it is about something else. */
    public Mono<Deed> deed(Actor actor, long auditId) {
        return allowed(actor).then(query.deed(auditId));
    }

    private Mono<Void> allowed(Actor actor) {
        return rights.require(actor, Permission.LIST_LEARNERS);
    }
}
