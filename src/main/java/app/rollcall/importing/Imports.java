package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.audit.Verb;
import app.rollcall.importing.csv.FileSample;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.job.JobMoved;
import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import app.rollcall.security.EmailAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a person does with an import: put a list together, have it checked, confirm, discard. Its rows are {@link ImportRows};
 * what runs by itself is {@link ImportWork}.
 */
@Component
public class Imports {

    private final ImportStart start;
    private final Uploads uploads;
    private final Rereading rereading;
    private final ImportQuery query;
    private final ReviewQuery review;
    private final FailedQuery failures;
    private final ImportSources sources;
    private final ImportGate gate;
    private final ImportGroups groups;
    private final ImportControl control;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Imports(
            ImportStart start,
            Uploads uploads,
            Rereading rereading,
            ImportQuery query,
            ReviewQuery review,
            FailedQuery failures,
            ImportSources sources,
            ImportGate gate,
            ImportGroups groups,
            ImportControl control,
            Jobs jobs,
            Audit audit,
            TransactionalOperator transaction) {
        this.start = start;
        this.uploads = uploads;
        this.rereading = rereading;
        this.query = query;
        this.review = review;
        this.failures = failures;
        this.sources = sources;
        this.gate = gate;
        this.groups = groups;
        this.control = control;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Begins a list with a file: keeps it as it arrives and hands it to the runner once it is whole. A broken upload leaves
     * nothing behind. The same key is the same upload: the second gives the first one's import.
     */
    public Mono<ImportId> upload(Actor actor, UUID requestKey, String fileName, Flux<ByteBuffer> bytes) {
        return upload(actor, requestKey, fileName, bytes, Beforehand.NOTHING);
    }

    /** The same with what else is decided already. */
    public Mono<ImportId> upload(
            Actor actor, UUID requestKey, String fileName, Flux<ByteBuffer> bytes, Beforehand decided) {
        return start.received(actor, requestKey, Source.Kind.FILE, FileName.tidied(fileName), bytes, decided);
    }

    /** The same with cells that were pasted; the title is what the list is called. */
    public Mono<ImportId> paste(
            Actor actor, UUID requestKey, String title, Flux<ByteBuffer> bytes, Beforehand decided) {
        return start.received(actor, requestKey, Source.Kind.PASTED, FileName.tidied(title), bytes, decided);
    }

    /** Begins a list with a typed line for each item, or one without (OM-45). Fails with {@link EmailAddress.Malformed}. */
    public Mono<ImportId> begin(Actor actor, UUID requestKey, String email, List<Item> items, Beforehand decided) {
        return start.typed(actor, requestKey, email, items, decided);
    }

    /** Adds one more file or paste to a list that is put together; fails with {@link NotInList} when it no longer is. */
    public Mono<ImportId> append(
            Actor actor, ImportId id, UUID requestKey, Source.Kind kind, String fileName, Flux<ByteBuffer> bytes) {
        return uploads.append(
                actor, id, requestKey, kind, kind == Source.Kind.FILE ? FileName.tidied(fileName) : "", bytes);
    }

    /** The beginning of a file as it would be read in that way; the file's own choice is what it was read in. */
    public Mono<FileSample> sample(Actor actor, ImportId id, int source, ReadingChoice choice) {
        return rereading.sample(actor, id, source, choice);
    }

    /** What was decided about reading a file. */
    public Mono<ReadingChoice> choice(Actor actor, ImportId id, int source) {
        return rereading.choice(actor, id, source);
    }

    /** Reads a file anew in another way: a list that is put together, or one that was refused for its only file. */
    public Mono<Void> reread(Actor actor, ImportId id, int source, ReadingChoice choice) {
        return rereading.reread(actor, id, source, choice);
    }

    /** Takes a file's rows out of the list that is put together. */
    public Mono<Void> forget(Actor actor, ImportId id, int source) {
        return adding(actor, id)
                .then(sources.forget(id, source))
                .then(Mono.defer(() -> groups.rebuild(id)))
                .then(jobs.announce(id.job()))
                .as(transaction::transactional);
    }

    /**
     * Sets what holds for every row that does not say otherwise itself. A checked list is checked anew when it is to meet
     * people in another way.
     */
    public Mono<Void> choose(Actor actor, ImportId id, Options options) {
        return gate.open(actor, id)
                .flatMap(list -> query.matching(id)
                        .flatMap(before -> query.choose(id, options)
                                .then(
                                        list.checked() && !before.equals(options.matching())
                                                ? check(id)
                                                : jobs.announce(id.job()))))
                .as(transaction::transactional);
    }

    /** Has the list checked (OM-46). */
    public Mono<Void> validate(Actor actor, ImportId id) {
        return adding(actor, id)
                .filter(list -> list.rows() > 0)
                .switchIfEmpty(Mono.error(NotInList::new))
                .then(Mono.defer(() -> check(id)))
                .as(transaction::transactional);
    }

    private Mono<Void> check(ImportId id) {
        return query.hand(id, Step.CHECKING).then(jobs.enqueue(id.job(), Step.CHECKING.code()));
    }

    private Mono<ImportQuery.Review> adding(Actor actor, ImportId id) {
        return gate.open(actor, id)
                .filter(list -> list.step() == Step.ADDING)
                .switchIfEmpty(Mono.error(NotInList::new));
    }

    /** Goes back from the check to putting the list together. */
    public Mono<Void> reopen(Actor actor, ImportId id) {
        return gate.open(actor, id)
                .then(query.turn(id, Step.ADDING))
                .then(jobs.announce(id.job()))
                .as(transaction::transactional);
    }

    /** The import as committed; empty when there is none or it is not the actor's to see. */
    public Mono<Import> find(Actor actor, ImportId id) {
        return gate.see(actor, id)
                .flatMap(_ -> Mono.zip(jobs.find(id.job()), sources.all(id)))
                .flatMap(found -> review.find(id, found.getT1(), found.getT2()));
    }

    /** One page of the rows that failed, in the file's order (OM-55). */
    public Mono<List<FailedRow>> failed(Actor actor, ImportId id, long offset, int limit) {
        return gate.see(actor, id)
                .flatMap(_ -> failures.page(id, FailedFilter.ALL, false, offset, limit))
                .defaultIfEmpty(List.of());
    }

    /**
     * Confirms what was shown: the rows start to be applied (OM-53), unless the ground has moved, in which case the list comes
     * back with {@link GroundMoved}. Exactly one of several confirmations wins. Fails with {@link CannotConfirm}.
     *
     * @param version of the list that was shown
     */
    public Mono<Void> confirm(Actor actor, ImportId id, OnError onError, int version) {
        return gate.act(actor, id)
                .then(Mono.defer(() -> query.lockForReview(id)))
                .switchIfEmpty(Mono.error(() -> new CannotConfirm(CannotConfirm.Reason.NOT_IN_REVIEW)))
                .flatMap(list -> unconfirmable(list, onError, version)
                        .<Mono<Void>>map(reason -> Mono.error(new CannotConfirm(reason)))
                        .orElseGet(() -> query.rule(id, onError)
                                .then(query.hand(id, Step.CONFIRMING))
                                .then(audit.record(Deed.line(actor, Verb.CONFIRMED, id)))
                                .then(jobs.enqueue(id.job(), Step.CONFIRMING.code()))))
                .as(transaction::transactional);
    }

    private static Optional<CannotConfirm.Reason> unconfirmable(ImportQuery.Review list, OnError onError, int version) {
        if (!list.inReview() || !list.checked()) {
            return Optional.of(CannotConfirm.Reason.NOT_IN_REVIEW);
        }
        if (list.version() != version) {
            return Optional.of(CannotConfirm.Reason.LIST_CHANGED);
        }
        if (list.errors() > 0 && onError == OnError.BLOCK) {
            return Optional.of(CannotConfirm.Reason.ERRORS_LEFT);
        }
        return list.errors() >= list.rows() ? Optional.of(CannotConfirm.Reason.NOTHING_TO_IMPORT) : Optional.empty();
    }

    /** Throws the list away before it was confirmed; what is running or over stays as it is. */
    public Mono<Void> discard(Actor actor, ImportId id) {
        return transaction.transactional(gate.act(actor, id)
                .then(query.discard(id))
                .flatMap(discarded -> discarded
                        ? audit.record(Deed.line(actor, Verb.CANCELLED, id)).then(jobs.announce(id.job()))
                        : Mono.<Void>empty()));
    }

    /** Stops an import that runs, at the end of its present chunk. Fails with {@link JobMoved}. */
    public Mono<Void> pause(Actor actor, ImportId id) {
        return control.pause(actor, id);
    }

    /** Lets a paused import, or one that needs attention, go on from what is committed. Fails with {@link JobMoved}. */
    public Mono<Void> resume(Actor actor, ImportId id) {
        return control.resume(actor, id);
    }

    /**
     * Ends an import that is not over: what is in stays in, and the rest is not processed. Fails with
     * {@link JobMoved}.
     */
    public Mono<Void> cancel(Actor actor, ImportId id) {
        return control.cancel(actor, id);
    }

    /**
     * Puts all failed rows once more, checked anew, while the import runs or after it is over. Fails with {@link CannotRetry} or
     * {@link JobMoved}.
     */
    public Mono<Void> retry(Actor actor, ImportId id) {
        return control.retry(actor, id);
    }
}
