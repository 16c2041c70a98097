package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Refused;
import app.rollcall.security.Rights;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person does with an import: upload, look, confirm, discard. What runs by itself is {@link ImportWork}. */
@Component
public class Imports {

    private static final int LONGEST_NAME = 200;

    private final ImportQuery query;
    private final ReviewQuery review;
    private final ImportFiles files;
    private final Jobs jobs;
    private final Audit audit;
    private final Rights rights;
    private final TransactionalOperator transaction;

    Imports(
            ImportQuery query,
            ReviewQuery review,
            ImportFiles files,
            Jobs jobs,
            Audit audit,
            Rights rights,
            TransactionalOperator transaction) {
        this.query = query;
        this.review = review;
        this.files = files;
        this.jobs = jobs;
        this.audit = audit;
        this.rights = rights;
        this.transaction = transaction;
    }

    /**
     * Keeps the file as it arrives and hands it to the runner once it is whole. A broken upload leaves nothing behind.
     * The same key is the same upload: the second gives the first one's import.
     */
    public Mono<ImportId> upload(Actor actor, UUID requestKey, String fileName, Flux<ByteBuffer> bytes) {
        String name = tidy(fileName);
        return begin(actor, requestKey, name)
                .flatMap(begun -> begun.fresh()
                        ? receive(actor, begun.id(), bytes).thenReturn(begun.id())
                        : Mono.just(begun.id()));
    }

    private Mono<Begun> begin(Actor actor, UUID requestKey, String name) {
        return transaction.transactional(rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(query.sweepBrokenUploads())
                .then(jobs.begin(actor.id(), ImportWork.KIND, name, Step.UPLOADING.code(), requestKey))
                .map(job -> new ImportId(job.value()))
                .flatMap(id -> query.insert(id, name).map(fresh -> new Begun(id, fresh))));
    }

    private record Begun(ImportId id, boolean fresh) {}

    private Mono<Void> receive(Actor actor, ImportId id, Flux<ByteBuffer> bytes) {
        return Mono.usingWhen(
                Mono.just(id),
                begun -> files.keep(begun, bytes).flatMap(kept -> take(actor, begun, kept)),
                _ -> Mono.empty(),
                (begun, _) -> query.forget(begun),
                query::forget);
    }

    private Mono<Void> take(Actor actor, ImportId id, ImportFiles.Kept kept) {
        return transaction.transactional(query.uploaded(id, kept)
                .then(audit.record(AuditLine.by(actor.id().value(), Verb.UPLOADED, SubjectKind.IMPORT, id.value())))
                .then(jobs.enqueue(id.job(), Step.READING.code())));
    }

    /** The import as committed; empty when there is none or it is not the actor's to see. */
    public Mono<Import> find(Actor actor, ImportId id) {
        return visible(actor, id).flatMap(_ -> jobs.find(id.job())).flatMap(job -> review.find(id, job));
    }

    /** One page of the staged rows, in the file's order. */
    public Mono<List<ReviewRow>> rows(Actor actor, ImportId id, ReviewFilter filter, long offset, int limit) {
        return visible(actor, id)
                .flatMap(_ -> review.rows(id, filter, offset, limit))
                .defaultIfEmpty(List.of());
    }

    /** One page of the rows that failed, in the file's order (OM-55). */
    public Mono<List<FailedRow>> failed(Actor actor, ImportId id, long offset, int limit) {
        return visible(actor, id).flatMap(_ -> review.failed(id, offset, limit)).defaultIfEmpty(List.of());
    }

    /**
     * Confirms what was shown: the rows start to be applied (OM-53). Exactly one of several confirmations wins.
     * Fails with {@link CannotConfirm}.
     */
    public Mono<Void> confirm(Actor actor, ImportId id, OnError onError) {
        return transaction.transactional(mine(actor, id)
                .then(Mono.defer(() -> query.lockForReview(id)))
                .switchIfEmpty(Mono.error(() -> new CannotConfirm(CannotConfirm.Reason.NOT_IN_REVIEW)))
                .flatMap(list -> {
                    if (!list.inReview()) {
                        return Mono.error(new CannotConfirm(CannotConfirm.Reason.NOT_IN_REVIEW));
                    }
                    if (list.errors() > 0 && onError == OnError.BLOCK) {
                        return Mono.error(new CannotConfirm(CannotConfirm.Reason.ERRORS_LEFT));
                    }
                    if (list.errors() >= list.rows()) {
                        return Mono.error(new CannotConfirm(CannotConfirm.Reason.NOTHING_TO_IMPORT));
                    }
                    return query.confirm(id, onError, list.rows())
                            .then(audit.record(
                                    AuditLine.by(actor.id().value(), Verb.CONFIRMED, SubjectKind.IMPORT, id.value())))
                            .then(jobs.enqueue(id.job(), Step.APPLYING.code()));
                }));
    }

    /** Throws the list away before it was confirmed; what is running or over stays as it is. */
    public Mono<Void> discard(Actor actor, ImportId id) {
        return transaction.transactional(mine(actor, id)
                .then(query.discard(id))
                .flatMap(discarded -> discarded
                        ? audit.record(AuditLine.by(actor.id().value(), Verb.CANCELLED, SubjectKind.IMPORT, id.value()))
                                .then(jobs.announce(id.job()))
                        : Mono.<Void>empty()));
    }

    /** Admins act on every import, others on their own. */
    private Mono<Void> mine(Actor actor, ImportId id) {
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(visible(actor, id))
                .switchIfEmpty(Mono.error(() -> new Refused(Permission.SEE_ALL_JOBS)))
                .then();
    }

    private Mono<ImportId> visible(Actor actor, ImportId id) {
        return rights.require(actor, Permission.SEE_JOBS)
                .then(rights.has(actor, Permission.SEE_ALL_JOBS))
                .flatMap(all -> all ? Mono.just(true) : query.ownedBy(id, actor.id()))
                .filter(visible -> visible)
                .map(_ -> id);
    }

    /** A name from a browser is text to show, never a path. */
    private static String tidy(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return shortened.isEmpty() ? "list.csv" : shortened;
    }
}
