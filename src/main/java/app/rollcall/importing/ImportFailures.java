package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.audit.Verb;
import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.RowRules;
import app.rollcall.importing.csv.StagedRow;
import app.rollcall.job.JobMoved;
import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The rows of an import that failed: to look at, to download, and to mend, while it runs and when it is over. */
@Component
public class ImportFailures {

    private static final int PAGE = 1_000;

    private final ImportGate gate;
    private final FailedQuery query;
    private final ImportList list;
    private final ImportGroups groups;
    private final ImportCheck check;
    private final ImportAgain again;
    private final ImportControl control;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionalOperator transaction;

    ImportFailures(
            ImportGate gate,
            FailedQuery query,
            ImportList list,
            ImportGroups groups,
            ImportCheck check,
            ImportAgain again,
            ImportControl control,
            Jobs jobs,
            Audit audit,
            TransactionalOperator transaction) {
        this.gate = gate;
        this.query = query;
        this.list = list;
        this.groups = groups;
        this.check = check;
        this.again = again;
        this.control = control;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** One page in the order the rows were put, or the newest first. */
    public Mono<List<FailedRow>> page(
            Actor actor, ImportId id, FailedFilter filter, boolean newestFirst, long offset, int limit) {
        return gate.see(actor, id)
                .flatMap(_ -> query.page(id, filter, newestFirst, offset, limit))
                .defaultIfEmpty(List.of());
    }

    public Mono<Long> count(Actor actor, ImportId id, FailedFilter filter) {
        return gate.see(actor, id).flatMap(_ -> query.count(id, filter)).defaultIfEmpty(0L);
    }

    /** Why rows failed, the most frequent reason first. */
    public Mono<List<FailedReason>> reasons(Actor actor, ImportId id) {
        return gate.see(actor, id).flatMap(_ -> query.reasons(id)).defaultIfEmpty(List.of());
    }

    /** A row that failed, as it stands; empty when it does so no more. */
    public Mono<FailedRow> row(Actor actor, ImportId id, int row) {
        return gate.see(actor, id)
                .flatMap(_ -> query.after(id, row - 1, 1))
                .flatMapIterable(rows -> rows)
                .map(NotImported::row)
                .filter(found -> found.rowNo() == row)
                .next();
    }

    /** The columns of the file of these rows (MA-21); empty when the import is not the actor's to see. */
    public Mono<List<Column>> columns(Actor actor, ImportId id) {
        return gate.see(actor, id).flatMap(_ -> query.columns(id));
    }

    /** The next rows of that file; none when there are no more. */
    public Mono<List<NotImported>> after(Actor actor, ImportId id, @Nullable NotImported last) {
        return gate.see(actor, id)
                .flatMap(_ -> query.after(
                        id, last == null ? Integer.MIN_VALUE : last.row().rowNo(), PAGE))
                .defaultIfEmpty(List.of());
    }

    /**
     * Writes cells of a failed row anew and checks it; if nothing is wrong any more it is put once more, at the end of an import
     * that runs, or by one that runs again. Says whether it was. Fails with {@link CannotRetry} when the row did not fail, and
     * with {@link JobMoved}.
     */
    public Mono<Boolean> mend(Actor actor, ImportId id, int row, Map<Column, String> cells) {
        return gate.act(actor, id)
                .then(jobs.lock(id.job(), Step.APPLYING.code()))
                .flatMap(state -> query.find(id, row)
                        .switchIfEmpty(Mono.error(() -> new CannotRetry(CannotRetry.Reason.NOT_FAILED)))
                        .flatMap(before -> rewrite(id, before, RowRules.check(with(before, cells))))
                        .then(Mono.defer(() -> again.fails(id, row)))
                        .flatMap(fails -> fails
                                ? Mono.just(false)
                                : again.some(id, List.of(row))
                                        .then(audit.record(Deed.line(actor, Verb.RETRIED, id)))
                                        .then(control.goesOn(id, state, 1))
                                        .thenReturn(true)))
                .as(transaction::transactional);
    }

    private Mono<Void> rewrite(ImportId id, StagedRow before, StagedRow after) {
        String from = ImportGroups.key(before);
        return list.write(id, List.of(after))
                .then(from.equals(ImportGroups.key(after)) ? Mono.empty() : groups.move(id, before.rowNo(), from))
                .then(check.rows(id, List.of(before.rowNo())));
    }

    private static StagedRow with(StagedRow row, Map<Column, String> cells) {
        StagedRow changed = row;
        for (Map.Entry<Column, String> cell : cells.entrySet()) {
            changed = changed.with(cell.getKey(), cell.getValue());
        }
        return changed;
    }
}
