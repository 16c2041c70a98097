package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.job.Fence;
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

/** Applies a confirmed list from wherever the last commit left it: rows, outcomes, cursor and counts of a chunk are one commit. */
@Component
class ImportApplying {

    private static final int TRIES = 3;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(100);

    private final Jobs jobs;
    private final ImportQuery query;
    private final ImportChunk chunk;
    private final ImportAgain again;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final int chunkRows;

    ImportApplying(
            Jobs jobs,
            ImportQuery query,
            ImportChunk chunk,
            ImportAgain again,
            Audit audit,
            TransactionalOperator transaction,
            ImportProperties properties) {
        this.jobs = jobs;
        this.query = query;
        this.chunk = chunk;
        this.again = again;
        this.audit = audit;
        this.transaction = transaction;
        this.chunkRows = properties.chunkRows();
    }

    /**
     * Chunk after chunk; one that lost a deadlock or a race for a name is tried again before the run gives up. Once somebody
     * was met who was not here at the check, the run reckons with more.
     */
    Mono<Void> run(Fence fence) {
        AtomicBoolean careful = new AtomicBoolean();
        return chunk.plan().then(Mono.defer(() -> chunks(fence, careful)));
    }

    private Mono<Void> chunks(Fence fence, AtomicBoolean careful) {
        return Mono.defer(() -> transaction.transactional(
                        jobs.hold(fence).flatMap(standing -> next(fence, standing, careful.get()))))
                .doOnError(DuplicateKeyException.class, _ -> careful.set(true))
                .retryWhen(Retry.backoff(TRIES, BEFORE_NEXT_TRY)
                        .filter(ImportApplying::passes)
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
            return (over ? Mono.<Void>empty() : chunk.flushLater())
                    .then(chunk.apply(id, extent.mode(), standing.createdBy(), standing.cursor(), last, careful))
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
