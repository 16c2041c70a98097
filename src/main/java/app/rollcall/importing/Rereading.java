package app.rollcall.importing;

import app.rollcall.importing.csv.FileSample;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A file of a list is looked at, and read in another way than the one that was guessed. */
@Component
class Rereading {

    private final ImportQuery query;
    private final ImportSources sources;
    private final ImportFiles files;
    private final ImportGate gate;
    private final Jobs jobs;
    private final TransactionalOperator transaction;

    Rereading(
            ImportQuery query,
            ImportSources sources,
            ImportFiles files,
            ImportGate gate,
            Jobs jobs,
            TransactionalOperator transaction) {
        this.query = query;
        this.sources = sources;
        this.files = files;
        this.gate = gate;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    Mono<FileSample> sample(Actor actor, ImportId id, int source, ReadingChoice choice) {
        return gate.see(actor, id)
                .flatMap(_ -> files.beginning(id, source))
                .flatMap(bytes -> Mono.fromCallable(
                                () -> FileSample.of(new ByteArrayInputStream(bytes), files.limits(), choice))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    Mono<ReadingChoice> choice(Actor actor, ImportId id, int source) {
        return gate.see(actor, id).flatMap(_ -> sources.choice(id, source));
    }

    Mono<Void> reread(Actor actor, ImportId id, int source, ReadingChoice choice) {
        return gate.act(actor, id)
                .then(Mono.defer(() -> query.reading(id)))
                .filter(reads -> reads)
                .flatMap(_ -> sources.choose(id, source, choice))
                .switchIfEmpty(Mono.error(NotInList::new))
                .then(jobs.enqueue(id.job(), Step.READING.code()))
                .as(transaction::transactional);
    }
}
