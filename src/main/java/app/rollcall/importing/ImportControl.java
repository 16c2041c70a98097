package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.audit.Verb;
import app.rollcall.job.Jobs;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Steers an import that runs, or has run: {@link Imports} is its door. */
@Component
class ImportControl {

    private static final String WORK = Step.APPLYING.code();

    private final ImportGate gate;
    private final ImportAgain again;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionalOperator transaction;

    ImportControl(ImportGate gate, ImportAgain again, Jobs jobs, Audit audit, TransactionalOperator transaction) {
        this.gate = gate;
        this.again = again;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    Mono<Void> pause(Actor actor, ImportId id) {
        return gate.act(actor, id)
                .then(jobs.pause(id.job()))
                .then(line(actor, id, Verb.PAUSED))
                .then(jobs.announce(id.job()))
                .as(transaction::transactional);
    }

    Mono<Void> resume(Actor actor, ImportId id) {
        return gate.act(actor, id)
                .then(jobs.resume(id.job(), WORK))
                .flatMap(step -> line(actor, id, Verb.RESUMED).then(jobs.enqueue(id.job(), step)))
                .as(transaction::transactional);
    }

    Mono<Void> cancel(Actor actor, ImportId id) {
        return gate.act(actor, id)
                .then(jobs.cancel(id.job()))
                .then(line(actor, id, Verb.CANCELLED))
                .then(jobs.announce(id.job()))
                .as(transaction::transactional);
    }

    /** The runner puts the rows, for they may be many. */
    Mono<Void> retry(Actor actor, ImportId id) {
        return gate.act(actor, id)
                .then(jobs.lock(id.job(), WORK))
                .flatMap(state -> jobs.find(id.job())
                        .filter(job -> job.failed() > 0)
                        .switchIfEmpty(Mono.error(() -> new CannotRetry(CannotRetry.Reason.NOTHING_FAILED)))
                        .then(Mono.defer(() -> again.ask(id)))
                        .switchIfEmpty(Mono.error(() -> new CannotRetry(CannotRetry.Reason.ROWS_DELETED)))
                        .then(line(actor, id, Verb.RETRIED))
                        .then(goesOn(id, state, 0)))
                .as(transaction::transactional);
    }

    /** A locked import of which so many failed rows were put once more: what was over runs again. */
    Mono<Void> goesOn(ImportId id, JobState before, long rows) {
        return jobs.reopen(id.job(), rows)
                .then(before.ended() ? jobs.enqueue(id.job(), WORK) : jobs.announce(id.job()));
    }

    private Mono<Long> line(Actor actor, ImportId id, Verb verb) {
        return audit.record(Deed.line(actor, verb, id));
    }
}
