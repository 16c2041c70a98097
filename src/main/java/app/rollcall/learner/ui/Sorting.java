package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerOrder;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;

/** What the table's headers ask for, as an order of the directory. */
final class Sorting {

    private Sorting() {}

    static LearnerOrder of(List<QuerySortOrder> orders) {
        if (orders.isEmpty()) {
            return LearnerOrder.NAME;
        }
        boolean ascending = orders.getFirst().getDirection() == SortDirection.ASCENDING;
        return switch (orders.getFirst().getSorted()) {
            case "email" -> ascending ? LearnerOrder.EMAIL : LearnerOrder.EMAIL_DESCENDING;
            default -> ascending ? LearnerOrder.NAME : LearnerOrder.NAME_DESCENDING;
        };
    }
}
