package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.audit.Verb;
import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bytes of a file or paste on their way into a list: kept as they arrive, and handed to the runner once they are whole. */
@Component
class Uploads {

    private final ImportQuery query;
    private final ImportSources sources;
    private final BrokenUploads broken;
    private final ImportFiles files;
    private final ImportGate gate;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Uploads(
            ImportQuery query,
            ImportSources sources,
            BrokenUploads broken,
            ImportFiles files,
            ImportGate gate,
            Jobs jobs,
            Audit audit,
            TransactionalOperator transaction) {
        this.query = query;
        this.sources = sources;
        this.broken = broken;
        this.files = files;
        this.gate = gate;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The first file of a list that has just begun, in the transaction that began it. */
    Mono<Upload> first(ImportId id, Source.Kind kind, String name, UUID requestKey) {
        return sources.begin(id, kind, name, requestKey);
    }

    /** Receives it; a broken one takes the list away again. */
    Mono<Void> receive(Actor actor, Upload upload, Flux<ByteBuffer> bytes) {
        return receive(actor, upload, bytes, query.forget(upload.list()));
    }

    /** Adds one more to a list that is put together. */
    Mono<ImportId> append(
            Actor actor, ImportId id, UUID requestKey, Source.Kind kind, String name, Flux<ByteBuffer> bytes) {
        return transaction
                .transactional(gate.act(actor, id)
                        .then(broken.sweep(requestKey))
                        .then(Mono.defer(() -> query.lockForReview(id)))
                        .then(Mono.defer(() -> sources.begin(id, kind, name, requestKey))))
                .flatMap(upload -> receive(actor, upload, bytes, sources.abandon(upload)))
                .thenReturn(id);
    }

    private Mono<Void> receive(Actor actor, Upload upload, Flux<ByteBuffer> bytes, Mono<Void> forget) {
        return Mono.usingWhen(
                Mono.just(upload),
                _ -> files.keep(upload, bytes).flatMap(kept -> take(actor, upload, kept)),
                _ -> Mono.empty(),
                (_, _) -> forget,
                _ -> forget);
    }

    private Mono<Void> take(Actor actor, Upload upload, ImportFiles.Kept kept) {
        ImportId id = upload.list();
        return transaction.transactional(query.reading(id)
                .filter(reads -> reads)
                .switchIfEmpty(Mono.error(NotInList::new))
                .then(sources.kept(upload, kept))
                .then(audit.record(Deed.line(actor, Verb.UPLOADED, id)))
                .then(jobs.enqueue(id.job(), Step.READING.code())));
    }
}
