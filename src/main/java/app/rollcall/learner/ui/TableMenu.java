package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The one menu of all rows of a table. It is made for a row when it opens there, and follows that row until it closes (LV-05). */
final class TableMenu extends ContextMenu {

    /** What {@code rows.js} sends from the button in a row, with the place where the menu should be. */
    private static final String ASKED = "rollcall-menu";

    private final Grid<LearnerRow> table;
    private final transient RowItems.Actions actions;
    private final transient Function<LearnerRow, UiTask.Control> control;
    private final boolean mayManage;
    private transient @Nullable RowItems items;

    /** @param control what shows that a command on the row is at work */
    TableMenu(
            Grid<LearnerRow> table,
            RowItems.Actions actions,
            boolean mayManage,
            Function<LearnerRow, UiTask.Control> control) {
        this.table = table;
        this.actions = actions;
        this.mayManage = mayManage;
        this.control = control;
        setId("row-menu");
        setTarget(table);
        // The table's own ways, a click anywhere or the second button, belong to the row and to the browser.
        table.addAttachListener(
                _ -> table.getElement().executeJs("this.$contextMenuTargetConnector.updateOpenOn($0)", ASKED));
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                items = null;
            }
        });
    }

    boolean offered(LearnerRow row) {
        return RowItems.offered(row, mayManage);
    }

    @Override
    protected boolean onBeforeOpenMenu(ObjectNode at) {
        LearnerRow row =
                table.getDataCommunicator().getKeyMapper().get(at.path("key").asString());
        return row != null && show(row);
    }

    /** Whether there is anything to offer for the row; then that is what the menu holds. */
    boolean show(LearnerRow row) {
        removeAll();
        if (!offered(row)) {
            return false;
        }
        items = new RowItems(table, this, row, actions, control.apply(row));
        return true;
    }

    /** Rows are not as they were: if the menu is open on one of them it follows, or closes if it cannot. */
    void follow(List<LearnerRow> rows) {
        if (items == null) {
            return;
        }
        for (LearnerRow row : rows) {
            if (items.of(row) && !items.follow(row)) {
                close();
                return;
            }
        }
    }
}
