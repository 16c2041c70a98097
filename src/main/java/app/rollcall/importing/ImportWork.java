package app.rollcall.importing;

import app.rollcall.importing.csv.Unreadable;
import app.rollcall.job.Fence;
import app.rollcall.job.JobWork;
import app.rollcall.job.Jobs;
import app.rollcall.live.JobState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What an import does by itself, on any node, from wherever the last commit left it: read, check, apply. */
@Component
class ImportWork implements JobWork {

    static final String KIND = "import";

    private final Jobs jobs;
    private final ImportReading reading;
    private final ImportSources sources;
    private final ImportGroups groups;
    private final ImportQuery query;
    private final ImportList list;
    private final ImportCheck check;
    private final ImportApplying applying;
    private final TransactionalOperator transaction;

    ImportWork(
            Jobs jobs,
            ImportReading reading,
            ImportSources sources,
            ImportGroups groups,
            ImportQuery query,
            ImportList list,
            ImportCheck check,
            ImportApplying applying,
            TransactionalOperator transaction) {
        this.jobs = jobs;
        this.reading = reading;
        this.sources = sources;
        this.groups = groups;
        this.query = query;
        this.list = list;
        this.check = check;
        this.applying = applying;
        this.transaction = transaction;
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
            case APPLYING -> applying.run(fence);
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
                .flatMap(same -> same ? applying.run(fence) : Mono.empty());
    }
}
