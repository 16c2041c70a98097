package app.rollcall.importing;

import app.rollcall.importing.csv.RowRules;
import app.rollcall.importing.csv.StagedRow;
import app.rollcall.job.Jobs;
import app.rollcall.security.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes of an open list, with all that they bear on: the groups of addresses, the counts, and the check once there was one. */
@Component
class ListChanges {

    /** With more rows than this it is cheaper to check all of the list. */
    private static final int FEW = 2_000;

    private final ImportGate gate;
    private final ImportList list;
    private final ImportGroups groups;
    private final ImportCheck check;
    private final Jobs jobs;
    private final TransactionalOperator transaction;

    ListChanges(
            ImportGate gate,
            ImportList list,
            ImportGroups groups,
            ImportCheck check,
            Jobs jobs,
            TransactionalOperator transaction) {
        this.gate = gate;
        this.list = list;
        this.groups = groups;
        this.check = check;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** A change of a list: the addresses it bears on, before and after, and what it writes. */
    record Change(Collection<String> emails, Mono<Void> writes, long rows) {}

    /** Rows that are written anew, judged as in a file. Where they are many, the groups are made anew as a whole. */
    Change rewritten(ImportId id, List<StagedRow> rows, UnaryOperator<StagedRow> change) {
        List<StagedRow> after = rows.stream().map(change).map(RowRules::check).toList();
        Set<String> emails = new LinkedHashSet<>();
        List<Mono<Void>> moves = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StagedRow before = rows.get(i);
            String from = ImportGroups.key(before);
            String to = ImportGroups.key(after.get(i));
            emails.add(from);
            emails.add(to);
            if (!to.equals(from) && rows.size() <= FEW) {
                moves.add(groups.move(id, before.rowNo(), from));
            }
        }
        return new Change(
                emails, list.write(id, after).thenMany(Flux.concat(moves)).then(), rows.size());
    }

    /** Does what is planned with the list held, and gives how many rows it changed. */
    Mono<Long> make(Actor actor, ImportId id, Mono<Change> plan) {
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
                        .flatMap(after -> groups.count(id, before, after))
                        .then(Mono.defer(() -> open.checked() ? reseat(id, change.emails()) : Mono.empty())));
    }

    /** A row that goes, or that comes to another course, gives its seat to the next one in the list (case 79). */
    private Mono<Void> reseat(ImportId id, Collection<String> emails) {
        return groups.rows(id, emails)
                .collectList()
                .flatMapMany(rows -> check.reseated(id, rows))
                .collectList()
                .filter(turned -> !turned.isEmpty())
                .flatMap(turned -> groups.tally(id, turned)
                        .flatMap(before -> recheck(id, turned)
                                .then(Mono.defer(() -> groups.tally(id, turned)))
                                .flatMap(after -> groups.count(id, before, after))));
    }

    private Mono<Void> much(ImportId id, ImportQuery.Review open, Change change) {
        return change.writes()
                .then(Mono.defer(() -> groups.rebuild(id)))
                .then(Mono.defer(() -> open.checked() ? check.all(id) : Mono.empty()));
    }

    private Mono<Void> recheck(ImportId id, Collection<String> emails) {
        return groups.rows(id, emails).collectList().flatMap(rows -> check.rows(id, rows));
    }

    /** Changes a list as a whole while it is put together. */
    Mono<Void> whole(Actor actor, ImportId id, Mono<Void> change) {
        return transaction.transactional(gate.open(actor, id)
                .filter(open -> open.step() == Step.ADDING)
                .switchIfEmpty(Mono.error(NotInList::new))
                .then(change)
                .then(Mono.defer(() -> groups.rebuild(id)))
                .then(jobs.announce(id.job())));
    }

    /** Judges the rows of these people anew, and tells everybody who looks if one turned. */
    Mono<Void> freshen(Actor actor, ImportId id, List<Long> people) {
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
