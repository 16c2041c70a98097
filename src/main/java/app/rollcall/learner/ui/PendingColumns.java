package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.util.function.Supplier;

/** What the table shows of the pending alone (EG-06): since when they are here, and the reminder. */
final class PendingColumns {

    private final Grid.Column<LearnerRow> added;
    private final Grid.Column<LearnerRow> remind;

    /** @param reminder makes what sends a row's reminder */
    PendingColumns(Grid<LearnerRow> grid, Supplier<Moments> moments, ValueProvider<LearnerRow, Component> reminder) {
        added = grid.addComponentColumn(row -> added(row, moments.get()))
                .setHeader(grid.getTranslation("learner.column.added"))
                .setKey("added")
                .setSortProperty("added")
                .setFlexGrow(0)
                .setWidth("8.5rem");
        remind = grid.addComponentColumn(reminder)
                .setHeader(grid.getTranslation("learner.column.remind"))
                .setKey("remind")
                .setSortable(false)
                .setFlexGrow(0)
                .setWidth("9.5rem");
    }

    void show(boolean dates, boolean reminders) {
        added.setVisible(dates);
        remind.setVisible(reminders);
    }

    private static Span added(LearnerRow row, Moments moments) {
        Span added = new Span(moments.tell(row.addedAt()));
        added.addClassName("t2");
        added.setTitle(moments.exact(row.addedAt()));
        return added;
    }
}
