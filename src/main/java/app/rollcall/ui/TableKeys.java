package app.rollcall.ui;

import com.vaadin.flow.component.grid.Grid;

/**
 * The keys of a table ({@code keys.js}): J and K move the focus from row to row as the arrows do, Enter follows the row's first
 * link, "." opens its menu, X its checkbox.
 */
public final class TableKeys {

    private TableKeys() {}

    public static void on(Grid<?> table) {
        table.getElement().setAttribute("data-keys", true);
    }
}
