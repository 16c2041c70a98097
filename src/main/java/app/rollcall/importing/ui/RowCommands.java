package app.rollcall.importing.ui;

import app.rollcall.importing.Finding;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportRows;
import app.rollcall.importing.Item;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.csv.Column;
import app.rollcall.security.Actor;
import app.rollcall.ui.SearchedItems;
import reactor.core.publisher.Mono;

/** Sends what is done to a row to its list, and remembers whose doing it was. */
final class RowCommands implements RowEdits {

    private final ImportRows rows;
    private final Actor actor;
    private final ImportId id;
    private final OwnRows own;
    private final SearchedItems<Item> items;

    RowCommands(ImportRows rows, Actor actor, ImportId id, OwnRows own, SearchedItems<Item> items) {
        this.rows = rows;
        this.actor = actor;
        this.id = id;
        this.own = own;
        this.items = items;
    }

    @Override
    public Mono<Void> change(ReviewRow row, Column cell, String value) {
        own.changes(row.rowNo());
        return rows.change(actor, id, row.rowNo(), cell, value);
    }

    @Override
    public Mono<Void> become(ReviewRow row, String itemType) {
        Mono<Void> changed = change(row, Column.ITEM_TYPE, itemType);
        return itemType.isEmpty() && !row.itemId().isEmpty() ? changed.then(change(row, Column.ITEM_ID, "")) : changed;
    }

    @Override
    public Mono<Void> choose(ReviewRow row, Item item) {
        Mono<Void> changed = change(row, Column.ITEM_ID, item.code());
        return item.type().equals(row.itemType())
                ? changed
                : change(row, Column.ITEM_TYPE, item.type()).then(changed);
    }

    @Override
    public Mono<Void> remove(ReviewRow row) {
        own.removes();
        return rows.remove(actor, id, row.rowNo());
    }

    @Override
    public Mono<Long> mend(ReviewRow row, Finding finding, boolean alike) {
        own.changesMany();
        return rows.mend(actor, id, row.rowNo(), finding.reason(), alike);
    }

    @Override
    public SearchedItems<Item> items() {
        return items;
    }
}
