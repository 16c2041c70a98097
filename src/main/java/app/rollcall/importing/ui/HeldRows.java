package app.rollcall.importing.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/**
 * A table's live rows in the hands of a person: while the focus is in the table, nothing that others add or take away redraws
 * it; it waits, and is told. What stays is brought up to date where it stands.
 */
final class HeldRows<T> {

    private final LiveRows<T> rows;
    private final OwnRows own;
    private final WaitingNote waiting;
    private final FocusWithin hands;

    /** @param waiting shown as long as rows wait */
    HeldRows(Component table, LiveRows<T> rows, OwnRows own, WaitingNote waiting) {
        this.rows = rows;
        this.own = own;
        this.waiting = waiting;
        hands = new FocusWithin(table, this::handsOff);
        waiting.onShow(this::redraw);
    }

    /** Shows what was read, as {@link LiveRows#show}; our own row that went takes its fields with it. */
    Optional<List<T>> show(LiveRows.Look<T> look) {
        Optional<List<T>> changed = rows.show(look, hands.now() && !own.removed());
        waiting.setWaiting(rows.behind());
        if (rows.behind()) {
            hands.makeSure();
        }
        return changed;
    }

    private void handsOff() {
        if (rows.behind()) {
            redraw();
        }
    }

    /** Draws what is there now. */
    void redraw() {
        hands.reset();
        rows.redraw();
        waiting.setWaiting(false);
    }
}
