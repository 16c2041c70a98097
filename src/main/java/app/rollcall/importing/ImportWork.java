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
import java.time.Duration;
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
    private final ImportQuery query;
    private final ImportCheck check;
    private final ImportChunk chunk;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final int chunkRows;

    ImportWork(
            Jobs jobs,
            ImportReading reading,
            ImportQuery query,
            ImportCheck check,
            ImportChunk chunk,
            Audit audit,
            TransactionalOperator transaction,
            ImportProperties properties) {
        this.jobs = jobs;
        this.reading = reading;
        this.query = query;
        this.check = check;
        this.chunk = chunk;
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
            case UPLOADING -> Mono.empty();
            case READING -> read(fence).then(check(fence)).onErrorResume(Unreadable.class, e -> refuse(fence, e));
            case CHECKING -> check(fence);
            case APPLYING -> apply(fence);
        };
    }

    private Mono<Void> read(Fence fence) {
        return reading.stage(fence)
                .flatMap(staged -> transaction.transactional(jobs.hold(fence)
                        .then(query.staged(new ImportId(fence.job().value()), staged.dialect()))
                        .then(jobs.step(fence, Step.CHECKING.code(), staged.rows()))
                        .then(jobs.announce(fence.job()))));
    }

    private Mono<Void> check(Fence fence) {
        ImportId id = new ImportId(fence.job().value());
        return transaction.transactional(jobs.hold(fence)
                .then(check.run(id))
                .flatMap(rows -> jobs.advance(fence, rows, 0, 0, 0))
                .then(jobs.settle(fence, JobState.REVIEW, ""))
                .then(jobs.announce(fence.job())));
    }

    private Mono<Void> refuse(Fence fence, Unreadable refused) {
        return transaction.transactional(jobs.hold(fence)
                .then(jobs.settle(fence, JobState.FAILED, FileRefused.coded(refused)))
                .then(jobs.announce(fence.job())));
    }

    /** Chunk after chunk; one that lost a deadlock or the like is tried again before the run gives up. */
    private Mono<Void> apply(Fence fence) {
        return Mono.defer(() -> transaction.transactional(jobs.hold(fence).flatMap(standing -> next(fence, standing))))
                .retryWhen(Retry.backoff(TRIES, BEFORE_NEXT_TRY)
                        .filter(TransientDataAccessException.class::isInstance)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                .repeat()
                .takeUntil(over -> over)
                .then();
    }

    /** Applies one chunk and says whether the import is over. Rows, outcomes, cursor and counts are one commit. */
    private Mono<Boolean> next(Fence fence, Standing standing) {
        ImportId id = new ImportId(fence.job().value());
        long last = Math.min(standing.total(), standing.cursor() + chunkRows);
        return chunk.apply(id, standing.createdBy(), standing.cursor(), last).flatMap(done -> {
            long good = standing.done() + done.imported() + done.skipped();
            long failed = standing.failed() + done.failed();
            boolean over = last >= standing.total();
            return chunk.count(id, done)
                    .then(jobs.advance(fence, standing.total(), good, failed, last))
                    .then(over ? finish(fence, standing, good, failed) : Mono.empty())
                    .then(jobs.announce(fence.job(), LiveEvent.LearnersChanged.unnamed()))
                    .thenReturn(over);
        });
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
                : AuditLine.by(by, Verb.IMPORTED, SubjectKind.IMPORT, id);
    }
}
