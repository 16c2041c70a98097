package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.RowRules;
import app.rollcall.importing.csv.StagedRow;
import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import app.rollcall.security.EmailAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The list of an import, row by row, while it is open to changes. Once it was checked, every change is checked at once,
 * together with the rows it bears on. Each change fails with {@link NotInList} when the row or the open list is gone.
 */
@Component
public class ImportRows {

    /** With more rows than this it is cheaper to check all of the list. */
    private static final int FEW = 2_000;

    private final RowsQuery review;
    private final OutcomeQuery outcomes;
    private final RowPagesQuery pages;
    private final ImportGate gate;
    private final ImportList list;
    private final ImportGroups groups;
    private final ImportSources sources;
    private final ImportCheck check;
    private final Jobs jobs;
    private final TransactionalOperator transaction;

    ImportRows(
            RowsQuery review,
            OutcomeQuery outcomes,
            RowPagesQuery pages,
            ImportGate gate,
            ImportList list,
            ImportGroups groups,
            ImportSources sources,
            ImportCheck check,
            Jobs jobs,
            TransactionalOperator transaction) {
        this.review = review;
        this.outcomes = outcomes;
        this.pages = pages;
        this.gate = gate;
        this.list = list;
        this.groups = groups;
        this.sources = sources;
        this.check = check;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** One page of the rows whose address holds the text, the newest typed one first, then in the files' order. */
    public Mono<List<ReviewRow>> list(Actor actor, ImportId id, String find, long offset, int limit) {
        return gate.see(actor, id)
                .flatMap(_ -> review.list(id, find, offset, limit))
                .defaultIfEmpty(List.of());
    }

    public Mono<Long> count(Actor actor, ImportId id, String find) {
        return gate.see(actor, id).flatMap(_ -> review.count(id, find)).defaultIfEmpty(0L);
    }

    /** One page of the addresses that have a row of that outcome, each with its rows (OM-48). */
    public Mono<List<EmailGroup>> groups(Actor actor, ImportId id, ReviewFilter filter, long offset, int limit) {
        return gate.see(actor, id)
                .flatMap(_ -> review.groups(id, filter, offset, limit))
                .defaultIfEmpty(List.of());
    }

    public Mono<Long> groupCount(Actor actor, ImportId id, ReviewFilter filter) {
        return gate.see(actor, id).flatMap(_ -> review.groupCount(id, filter)).defaultIfEmpty(0L);
    }

    /**
     * What the addresses that the filter shows come to, row by row, a page at a time: those after a row, or from the first on.
     * Empty at the end.
     */
    public Mono<List<OutcomeRow>> outcomes(Actor actor, ImportId id, ReviewFilter filter, @Nullable OutcomeRow after) {
        return gate.see(actor, id)
                .flatMap(_ -> outcomes.page(id, filter, after))
                .defaultIfEmpty(List.of());
    }

    /** The rows of that outcome that come after a place in the list, for whoever reads all of them. */
    public Mono<List<PagedRow>> page(Actor actor, ImportId id, RowOutcome outcome, RowMark after, int limit) {
        return gate.see(actor, id)
                .flatMap(_ -> pages.page(id, outcome, after, limit))
                .defaultIfEmpty(List.of());
    }

    /** Adds a typed line for each item, or one without (OM-45). Fails with {@link EmailAddress.Malformed}. */
    public Mono<Void> add(Actor actor, ImportId id, String email, List<Item> items) {
        return Mono.fromCallable(() -> new EmailAddress(email).value())
                .flatMap(address -> changing(
                        actor,
                        id,
                        Mono.just(new Change(
                                List.of(address.toLowerCase(Locale.ROOT)), typed(id, address, items), items.size()))))
                .then();
    }

    /** In the caller's transaction, into a list that it holds. */
    Mono<Void> typed(ImportId id, String address, List<Item> items) {
        List<Item> wanted = items.isEmpty() ? List.of(new Item("", "", "")) : items.reversed();
        return sources.typed(id)
                .thenMany(Flux.fromIterable(wanted))
                .map(item ->
                        RowRules.check(new StagedRow(0, 0, address, "", "", item.type(), item.code(), Map.of(), null)))
                .concatMap(row -> list.add(id, row).flatMap(no -> groups.join(id, no)))
                .then();
    }

    /** Changes a cell of a row (OM-41, OM-42); what is wrong with the new value is found at once, as in a file. */
    public Mono<Void> change(Actor actor, ImportId id, int row, Column cell, String value) {
        return changing(
                        actor,
                        id,
                        found(id, row).map(before -> rewritten(id, List.of(before), old -> old.with(cell, value))))
                .then();
    }

    /** Takes a row out of the list (OM-43). */
    public Mono<Void> remove(Actor actor, ImportId id, int row) {
        return changing(
                        actor,
                        id,
                        found(id, row)
                                .map(before -> new Change(
                                        List.of(ImportGroups.key(before)),
                                        list.remove(id, row)
                                                .then(groups.leave(id, row, ImportGroups.key(before)))
                                                .then(),
                                        1)))
                .then();
    }

    private Mono<StagedRow> found(ImportId id, int row) {
        return list.find(id, row).switchIfEmpty(Mono.error(NotInList::new));
    }

    /** Applies the fix that was found for this row, or to all rows alike; gives the number of rows mended. */
    public Mono<Long> mend(Actor actor, ImportId id, int row, String reason, boolean alike) {
        return changing(
                actor,
                id,
                list.fix(id, row, reason)
                        .switchIfEmpty(Mono.error(NotInList::new))
                        .flatMap(fix -> (alike
                                        ? list.alike(id, fix)
                                        : found(id, row).map(List::of))
                                .map(rows -> rewritten(
                                        id, rows, old -> old.with(Column.of(fix.column()), fixed(old, fix))))));
    }

    /** Of a slip in the domain, the fix is the domain. */
    private static String fixed(StagedRow row, ImportList.Found fix) {
        return fix.reason().equals("email_slip")
                ? row.email().substring(0, row.email().lastIndexOf('@') + 1) + fix.fix()
                : fix.fix();
    }

    /** A change of a list: the addresses it bears on, before and after, and what it writes. */
    private record Change(Collection<String> emails, Mono<Void> writes, long rows) {}

    private Change rewritten(ImportId id, List<StagedRow> rows, UnaryOperator<StagedRow> change) {
        List<StagedRow> after = rows.stream().map(change).map(RowRules::check).toList();
        Set<String> emails = new LinkedHashSet<>();
        List<Mono<Void>> moves = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StagedRow before = rows.get(i);
            String from = ImportGroups.key(before);
            String to = ImportGroups.key(after.get(i));
            emails.add(from);
            emails.add(to);
            if (!to.equals(from)) {
                moves.add(groups.move(id, before.rowNo(), from));
            }
        }
        return new Change(
                emails, list.write(id, after).thenMany(Flux.concat(moves)).then(), rows.size());
    }

    private Mono<Long> changing(Actor actor, ImportId id, Mono<Change> plan) {
        return transaction.transactional(gate.open(actor, id)
                .flatMap(open ->
                        plan.flatMap(change -> (change.rows() > FEW ? much(id, open, change) : little(id, open, change))
                                .then(jobs.announce(id.job()))
                                .thenReturn(change.rows()))));
    }

    private Mono<Void> little(ImportId id, ImportQuery.Review open, Change change) {
        return groups.tally(id, change.emails())
                .flatMap(before -> change.writes()
                        .then(Mono.defer(() -> open.checked() ? recheck(id, change.emails()) : Mono.empty()))
                        .then(Mono.defer(() -> groups.tally(id, change.emails())))
                        .flatMap(after -> groups.count(id, before, after)));
    }

    private Mono<Void> much(ImportId id, ImportQuery.Review open, Change change) {
        return change.writes()
                .then(Mono.defer(() -> groups.rebuild(id)))
                .then(Mono.defer(() -> open.checked() ? check.all(id) : Mono.empty()));
    }

    private Mono<Void> recheck(ImportId id, Collection<String> emails) {
        return groups.rows(id, emails).collectList().flatMap(rows -> check.rows(id, rows));
    }

    /** Takes all rows out of the list (OM-44); until it is validated they can be taken back. */
    public Mono<Void> clear(Actor actor, ImportId id) {
        return whole(actor, id, list.clear(id));
    }

    /** Takes back what was cleared. */
    public Mono<Void> restore(Actor actor, ImportId id) {
        return whole(actor, id, list.restore(id));
    }

    private Mono<Void> whole(Actor actor, ImportId id, Mono<Void> change) {
        return transaction.transactional(gate.open(actor, id)
                .filter(open -> open.step() == Step.ADDING)
                .switchIfEmpty(Mono.error(NotInList::new))
                .then(change)
                .then(Mono.defer(() -> groups.rebuild(id)))
                .then(jobs.announce(id.job())));
    }

    /** These people have changed: judges their rows anew, and tells everybody who looks if one turned. */
    public Mono<Void> freshen(Actor actor, ImportId id, List<Long> people) {
        return transaction.transactional(gate.see(actor, id)
                .flatMap(gate::checked)
                .flatMap(_ -> groups.ofPeople(id, people).collectList())
                .filter(emails -> !emails.isEmpty())
                .flatMap(emails -> groups.rows(id, emails)
                        .collectList()
                        .flatMap(rows -> check.fingerprint(id, rows)
                                .flatMap(before -> groups.tally(id, emails)
                                        .flatMap(tally -> check.rows(id, rows)
                                                .then(Mono.defer(() -> check.fingerprint(id, rows)))
                                                .filter(after -> !after.equals(before))
                                                .flatMap(_ -> groups.tally(id, emails))
                                                .flatMap(after -> groups.count(id, tally, after)
                                                        .then(jobs.announce(id.job()))))))));
    }
}
