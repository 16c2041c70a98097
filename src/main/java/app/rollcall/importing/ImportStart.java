package app.rollcall.importing;

import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import app.rollcall.security.EmailAddress;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a list begins: with a file, with cells that were pasted, or with typed lines. The same key is the same list. */
@Component
class ImportStart {

    private final ImportQuery query;
    private final BrokenUploads broken;
    private final Uploads uploads;
    private final ImportGroups groups;
    private final ImportRows rows;
    private final Jobs jobs;
    private final Rights rights;
    private final TransactionalOperator transaction;

    ImportStart(
            ImportQuery query,
            BrokenUploads broken,
            Uploads uploads,
            ImportGroups groups,
            ImportRows rows,
            Jobs jobs,
            Rights rights,
            TransactionalOperator transaction) {
        this.query = query;
        this.broken = broken;
        this.uploads = uploads;
        this.groups = groups;
        this.rows = rows;
        this.jobs = jobs;
        this.rights = rights;
        this.transaction = transaction;
    }

    Mono<ImportId> received(
            Actor actor, UUID requestKey, Source.Kind kind, String title, Flux<ByteBuffer> bytes, Beforehand decided) {
        String name = kind == Source.Kind.FILE ? title : "";
        return begun(actor, requestKey, title)
                .flatMap(begun -> begun.fresh()
                        ? query.decide(begun.id(), decided)
                                .then(uploads.first(begun.id(), kind, name, requestKey))
                                .map(upload ->
                                        uploads.receive(actor, upload, bytes).thenReturn(begun.id()))
                        : Mono.just(Mono.just(begun.id())))
                .as(transaction::transactional)
                .flatMap(rest -> rest);
    }

    /** Fails with {@link EmailAddress.Malformed}. */
    Mono<ImportId> typed(Actor actor, UUID requestKey, String email, List<Item> items, Beforehand decided) {
        return Mono.fromCallable(() -> new EmailAddress(email).value())
                .flatMap(address -> transaction.transactional(begun(actor, requestKey, address)
                        .flatMap(begun -> begun.fresh()
                                ? query.decide(begun.id(), decided)
                                        .then(query.collecting(begun.id(), address))
                                        .then(rows.typed(begun.id(), address, items))
                                        .then(Mono.defer(() -> groups.rebuild(begun.id())))
                                        .then(jobs.announce(begun.id().job()))
                                        .thenReturn(begun.id())
                                : Mono.just(begun.id()))));
    }

    private Mono<Begun> begun(Actor actor, UUID requestKey, String title) {
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(broken.sweep(requestKey))
                .then(jobs.begin(actor, ImportWork.KIND, title, Step.UPLOADING.code(), requestKey))
                .map(job -> new ImportId(job.value()))
                .flatMap(id -> query.insert(id).map(fresh -> new Begun(id, fresh)));
    }

    /** @param fresh whether nobody began it before under the same key */
    private record Begun(ImportId id, boolean fresh) {}
}
