package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.importing.csv.Unreadable;
import app.rollcall.job.Fence;
import app.rollcall.job.JobWork;
import app.rollcall.job.Jobs;
import app.rollcall.job.Standing;
import app.rollcall.live.JobState;
import app.rollcall.live.LiveEvent;
import io.r2dbc.spi.R2dbcTransientException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What an import does by itself, on any node, from wherever the last commit left it: read, check, apply. */
@Component
class ImportWork implements JobWork {

    static final String KIND = "import";

    private static final int TRIES = 3;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(100);

    private final Jobs jobs;
    private final ImportReading reading;
    private final ImportSources sources;
    private final ImportGroups groups;
    private final ImportQuery query;
    private final ImportList list;
    private final ImportCheck check;
    private final ImportChunk chunk;
    private final ImportAgain again;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final int chunkRows;

    ImportWork(
            Jobs jobs,
            ImportReading reading,
            ImportSources sources,
            ImportGroups groups,
            ImportQuery query,
            ImportList list,
            ImportCheck check,
            ImportChunk chunk,
            ImportAgain again,
            Audit audit,
            TransactionalOperator transaction,
            ImportProperties properties) {
        this.jobs = jobs;
        this.reading = reading;
        this.sources = sources;
        this.groups = groups;
        this.query = query;
        this.list = list;
        this.check = check;
        this.chunk = chunk;
        this.again = again;
        this.audit = audit;
        this.transaction = transaction;
        this.chunkRows = properties.chunkRows();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> resume(Fence fence, String step) {
        return switch (Step.of(step)) {
            case ADDING, UPLOADING -> Mono.empty();
            case READING -> read(fence);
            case CHECKING -> check(fence);
            case CONFIRMING -> confirm(fence);
            case APPLYING -> apply(fence);
        };
    }

    /** Source after source, those that arrive meanwhile too; then the list is a person's to look at. */
    private Mono<Void> read(Fence fence) {
        ImportId id = new ImportId(fence.job().value());
        return Mono.defer(() -> sources.nextKept(id))
                .flatMap(source -> stage(fence, id, source).thenReturn(false))
                .switchIfEmpty(Mono.defer(() -> gather(fence, id)))
                .repeat()
                .takeUntil(over -> over)
                .then();
    }

    private Mono<Void> stage(Fence fence, ImportId id, Source source) {
        return sources.choice(id, source.no())
                .flatMap(choice -> reading.stage(fence, source, choice))
                .flatMap(staged -> transaction.transactional(jobs.hold(fence)
                        .then(sources.read(id, source.no(), staged))
                        .then(jobs.advance(fence, source.bytes(), source.bytes(), 0, 0))
                        .then(jobs.announce(fence.job()))))
                .onErrorResume(
                        Unreadable.class,
                        refused -> transaction.transactional(jobs.hold(fence)
                                .then(sources.refused(id, source.no(), FileRefused.coded(refused)))
                                .then(jobs.announce(fence.job()))));
    }

    /** Whether reading is over. A source that was kept a moment ago is seen, for who keeps one locks the job. */
    private Mono<Boolean> gather(Fence fence, ImportId id) {
        return transaction.transactional(jobs.hold(fence)
                .then(Mono.defer(() -> sources.nextKept(id)))
                .map(_ -> false)
                .switchIfEmpty(Mono.defer(() -> groups.rebuild(id)
                        .then(query.onlyRefusal(id))
                        .flatMap(refusal -> refusal.isEmpty()
                                ? jobs.step(fence, Step.ADDING.code(), 0)
                                        .then(jobs.settle(fence, JobState.REVIEW, ""))
                                        .then(validateIfAsked(id))
                                : jobs.settle(fence, JobState.FAILED, refusal))
                        .then(jobs.announce(fence.job()))
                        .thenReturn(true))));
    }

    /** As {@link Imports#validate} does when a person asks. */
    private Mono<Void> validateIfAsked(ImportId id) {
        return Mono.defer(() -> query.validates(id))
                .filter(asked -> asked)
                .flatMap(_ -> query.hand(id, Step.CHECKING).then(jobs.schedule(id.job(), Step.CHECKING.code())));
    }

    private Mono<Void> check(Fence fence) {
        ImportId id = new ImportId(fence.job().value());
        return transaction.transactional(jobs.hold(fence)
                .then(list.sweep(id))
                .then(check.all(id))
                .then(query.extent(id))
                .flatMap(extent -> jobs.advance(fence, extent.rows(), extent.rows(), 0, 0))
                .then(jobs.settle(fence, JobState.REVIEW, ""))
                .then(jobs.announce(fence.job())));
    }

    /** What was confirmed is what was shown, or it is shown again: nothing is applied blind. */
    private Mono<Void> confirm(Fence fence) {
        ImportId id = new ImportId(fence.job().value());
        return transaction
                .transactional(jobs.hold(fence)
                        .then(check.remember(id))
                        .then(check.all(id))
                        .then(check.moved(id))
                        .flatMap(moved -> moved == 0
                                ? query.extent(id)
                                        .flatMap(extent -> jobs.start(
                                                fence, Step.APPLYING.code(), extent.rows(), extent.first() - 1L))
                                        .then(jobs.announce(fence.job()))
                                        .thenReturn(true)
                                : jobs.step(fence, Step.CHECKING.code(), 0)
                                        .then(jobs.settle(fence, JobState.REVIEW, GroundMoved.coded(moved)))
                                        .then(jobs.announce(fence.job()))
                                        .thenReturn(false)))
                .flatMap(same -> same ? apply(fence) : Mono.empty());
    }

    /**
     * Chunk after chunk; one that lost a deadlock or a race for a name is tried again before the run gives up. Once somebody
     * was met who was not here at the check, the run reckons with more.
     */
    private Mono<Void> apply(Fence fence) {
        AtomicBoolean careful = new AtomicBoolean();
        return chunk.plan().then(Mono.defer(() -> chunks(fence, careful)));
    }

    private Mono<Void> chunks(Fence fence, AtomicBoolean careful) {
        return Mono.defer(() -> transaction.transactional(
                        jobs.hold(fence).flatMap(standing -> next(fence, standing, careful.get()))))
                .doOnError(DuplicateKeyException.class, _ -> careful.set(true))
                .retryWhen(Retry.backoff(TRIES, BEFORE_NEXT_TRY)
                        .filter(ImportWork::passes)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                .repeat()
                .takeUntil(over -> over)
                .then();
    }

    /**
     * Whether a second try may do better: a lost deadlock, a lock not had in time, a connection cut, a name that somebody was
     * given at this very moment. The chunk left nothing.
     */
    private static boolean passes(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof DuplicateKeyException
                // Spring has no name for PostgreSQL's deadlock.
                || failure.getCause() instanceof R2dbcTransientException;
    }

    /** What failed is put once more first, if somebody asked for that. */
    private Mono<Boolean> next(Fence fence, Standing standing, boolean careful) {
        ImportId id = new ImportId(fence.job().value());
        return again.asked(id)
                .flatMap(asked -> asked
                        ? again.all(id)
                                .flatMap(rows -> jobs.reopen(fence.job(), rows))
                                .then(jobs.announce(fence.job()))
                                .thenReturn(false)
                        : chunk(fence, standing, id, careful));
    }

    /** Applies one chunk and says whether the import is over. Rows, outcomes, cursor and counts are one commit. */
    private Mono<Boolean> chunk(Fence fence, Standing standing, ImportId id, boolean careful) {
        return query.extent(id).flatMap(extent -> {
            long last = Math.min(extent.last(), standing.cursor() + chunkRows);
            boolean over = last == extent.last();
            return chunk.apply(id, extent.mode(), standing.createdBy(), standing.cursor(), last, careful)
                    .flatMap(done -> applied(fence, id, standing, done, last, over))
                    .thenReturn(over);
        });
    }

    private Mono<Void> applied(
            Fence fence, ImportId id, Standing standing, ImportChunk.Done done, long last, boolean over) {
        long good = standing.done() + done.imported() + done.updated() + done.skipped();
        long failed = standing.failed() + done.failed();
        return chunk.count(id, done)
                .then(jobs.advance(fence, standing.total(), good, failed, last))
                .then(over ? finish(fence, standing, good, failed) : Mono.empty())
                .then(
                        done.people().isEmpty()
                                ? jobs.announce(fence.job())
                                : jobs.announce(fence.job(), LiveEvent.LearnersChanged.of(done.people(), 0)));
    }

    private Mono<Void> finish(Fence fence, Standing standing, long good, long failed) {
        JobState state = failed == 0 ? JobState.COMPLETED : JobState.COMPLETED_WITH_ERRORS;
        return jobs.settle(fence, state, "")
                .then(audit.record(imported(fence, standing).counting(good)))
                .then();
    }

    private static AuditLine imported(Fence fence, Standing standing) {
        Long by = standing.createdBy();
        long id = fence.job().value();
        return by == null
                ? AuditLine.unattributed(Verb.IMPORTED, SubjectKind.IMPORT, id)
                : AuditLine.by(by, Verb.IMPORTED, SubjectKind.IMPORT, id).through(standing.through());
    }
}
