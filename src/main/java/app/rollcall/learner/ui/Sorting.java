package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;

/** What the table's headers ask for, as an order of the directory, and back. A column's sort property is the order's word. */
final class Sorting {

    private static final String DESCENDING = "_descending";

    private Sorting() {}

    static LearnerOrder of(List<QuerySortOrder> orders) {
        if (orders.isEmpty()) {
            return LearnerOrder.NAME;
        }
        boolean ascending = orders.getFirst().getDirection() == SortDirection.ASCENDING;
        return LearnerOrder.of(orders.getFirst().getSorted() + (ascending ? "" : DESCENDING));
    }

    /** What was clicked in the headers. */
    static LearnerOrder clicked(List<GridSortOrder<LearnerRow>> orders) {
        return of(orders.stream()
                .flatMap(order -> order.getSorted().getSortOrder(order.getDirection()))
                .toList());
    }

    /** Shows the order in the headers, as if it had been clicked there. */
    static void show(Grid<LearnerRow> grid, LearnerOrder order) {
        Grid.Column<LearnerRow> column = grid.getColumnByKey(order.code().replace(DESCENDING, ""));
        grid.sort(List.of(
                new GridSortOrder<>(column, order.ascending() ? SortDirection.ASCENDING : SortDirection.DESCENDING)));
    }
}
