package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.RowRules;
import app.rollcall.importing.csv.StagedRow;
import app.rollcall.security.Actor;
import app.rollcall.security.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The list of an import, row by row, while it is open to changes. Once it was checked, every change is checked at once,
 * together with the rows it bears on. Each change fails with {@link NotInList} when the row or the open list is gone.
 */
@Component
public class ImportRows {

    private final RowsQuery rows;
    private final AddressPagesQuery addresses;
    private final OutcomeQuery outcomes;
    private final RowPagesQuery pages;
    private final ImportGate gate;
    private final ImportList list;
    private final ImportGroups groups;
    private final ImportSources sources;
    private final ImportQuery query;
    private final ListChanges changes;

    ImportRows(
            RowsQuery rows,
            AddressPagesQuery addresses,
            OutcomeQuery outcomes,
            RowPagesQuery pages,
            ImportGate gate,
            ImportList list,
            ImportGroups groups,
            ImportSources sources,
            ImportQuery query,
            ListChanges changes) {
        this.rows = rows;
        this.addresses = addresses;
        this.outcomes = outcomes;
        this.pages = pages;
        this.gate = gate;
        this.list = list;
        this.groups = groups;
        this.sources = sources;
        this.query = query;
        this.changes = changes;
    }

    /** One page of the rows whose address holds the text, the newest typed one first, then in the files' order. */
    public Mono<List<ReviewRow>> list(Actor actor, ImportId id, String find, long offset, int limit) {
        return gate.see(actor, id)
                .flatMap(_ -> rows.list(id, find, offset, limit))
                .defaultIfEmpty(List.of());
    }

    public Mono<Long> count(Actor actor, ImportId id, String find) {
        return gate.see(actor, id).flatMap(_ -> rows.count(id, find)).defaultIfEmpty(0L);
    }

    /** One page of the addresses that have a row of that outcome, each with its rows (OM-48). */
    public Mono<List<EmailGroup>> groups(Actor actor, ImportId id, ReviewFilter filter, long offset, int limit) {
        return gate.see(actor, id)
                .flatMap(_ -> addresses.page(id, filter, offset, limit))
                .defaultIfEmpty(List.of());
    }

    public Mono<Long> groupCount(Actor actor, ImportId id, ReviewFilter filter) {
        return gate.see(actor, id).flatMap(_ -> addresses.count(id, filter)).defaultIfEmpty(0L);
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
                .flatMap(address -> changes.make(
                        actor,
                        id,
                        Mono.just(new ListChanges.Change(
                                List.of(address.toLowerCase(Locale.ROOT)), typed(id, address, items), items.size()))))
                .then();
    }

    /** In the caller's transaction, into a list that it holds. */
    Mono<Void> typed(ImportId id, String address, List<Item> items) {
        return sources.typed(id)
                .thenMany(items.isEmpty() ? ofList(id).flux() : Flux.fromIterable(items.reversed()))
                .map(item ->
                        RowRules.check(new StagedRow(0, 0, address, "", "", item.type(), item.code(), Map.of(), null)))
                .concatMap(row -> list.add(id, row).flatMap(no -> groups.join(id, no)))
                .then();
    }

    private Mono<Item> ofList(ImportId id) {
        return query.course(id).map(code -> new Item("course", code, "")).defaultIfEmpty(new Item("", "", ""));
    }

    /** Changes a cell of a row (OM-41, OM-42); what is wrong with the new value is found at once, as in a file. */
    public Mono<Void> change(Actor actor, ImportId id, int row, Column cell, String value) {
        return changes.make(
                        actor,
                        id,
                        found(id, row)
                                .map(before -> changes.rewritten(id, List.of(before), old -> old.with(cell, value))))
                .then();
    }

    /** Takes a row out of the list (OM-43). */
    public Mono<Void> remove(Actor actor, ImportId id, int row) {
        return changes.make(
                        actor,
                        id,
                        found(id, row)
                                .map(before -> new ListChanges.Change(
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
        return changes.make(
                actor,
                id,
                list.fix(id, row, reason)
                        .switchIfEmpty(Mono.error(NotInList::new))
                        .flatMap(fix -> (alike
                                        ? list.alike(id, fix)
                                        : found(id, row).map(List::of))
                                .map(rows -> changes.rewritten(
                                        id, rows, old -> old.with(Column.of(fix.column()), fixed(old, fix))))));
    }

    /** Of a slip in the domain, the fix is the domain. */
    private static String fixed(StagedRow row, ImportList.Found fix) {
        return fix.reason().equals("email_slip")
                ? row.email().substring(0, row.email().lastIndexOf('@') + 1) + fix.fix()
                : fix.fix();
    }

    /** Takes all rows out of the list (OM-44); until it is validated they can be taken back. */
    public Mono<Void> clear(Actor actor, ImportId id) {
        return changes.whole(actor, id, list.clear(id));
    }

    /** Takes back what was cleared. */
    public Mono<Void> restore(Actor actor, ImportId id) {
        return changes.whole(actor, id, list.restore(id));
    }

    /** These people have changed: judges their rows anew, and tells everybody who looks if one turned. */
    public Mono<Void> freshen(Actor actor, ImportId id, List<Long> people) {
        return changes.freshen(actor, id, people);
    }
}
