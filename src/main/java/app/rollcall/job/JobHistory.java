package app.rollcall.job;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Rights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every job there was, for those who may see it: everybody's, or one's own. */
@Component
public class JobHistory {

    private final HistoryQuery query;
    private final Rights rights;

    JobHistory(HistoryQuery query, Rights rights) {
        this.query = query;
        this.rights = rights;
    }

    /**
     * A page, newest first.
     *
     * @param after the job that it follows, null for the first page
     * @param skip how many more are left out between the two
     */
    public Mono<List<JobRecord>> page(Actor actor, JobFilter filter, @Nullable JobProgress after, int skip, int limit) {
        return seen(actor).flatMap(of -> query.page(of.orElse(null), filter, after, skip, limit));
    }

    /** How many jobs there are in each state; those without any are left out. */
    public Mono<Map<JobState, Long>> counts(Actor actor) {
        return seen(actor).flatMap(of -> query.counts(of.orElse(null)));
    }

    /** Whose jobs the actor sees; of nobody in particular when everybody's. */
    private Mono<Optional<PersonId>> seen(Actor actor) {
        return rights.require(actor, Permission.SEE_JOBS)
                .then(rights.has(actor, Permission.SEE_ALL_JOBS))
                .map(all -> all ? Optional.empty() : Optional.of(actor.id()));
    }
}
