package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;

/** The staged rows, in the file's order, a page at a time however many they are. */
final class ReviewGrid extends Grid<ReviewRow> {

    ReviewGrid(LazyItems<ReviewRow> items) {
        setId("staged-rows");
        addClassName("staged");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        column("line", row -> cut(getTranslation("invite.line", row.line()), "t2"), "5rem", 0);
        column("email", row -> cut(row.email(), "nm"), "14rem", 3);
        column("name", row -> cut((row.firstName() + " " + row.lastName()).strip(), "t2"), "9rem", 2);
        column("kind", row -> cut(ImportWords.kind(this, row.itemType()), "t2"), "5.5rem", 0);
        column("id", row -> cut(row.itemId(), "mono"), "8rem", 0);
        column("outcome", this::outcome, "7rem", 0);
        column("reason", row -> cut(reasons(row), row.hasError() ? "red-text" : "amber-text"), "16rem", 4);
        setDataProvider(items);
    }

    private void column(String key, ValueProvider<ReviewRow, Component> cell, String width, int grow) {
        addComponentColumn(cell)
                .setKey(key)
                .setHeader(getTranslation("invite.column." + key))
                .setSortable(false)
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private Component outcome(ReviewRow row) {
        if (row.hasError()) {
            return new StatusBadge(getTranslation("invite.outcome.error"), Icons.OCTAGON, "err");
        }
        return row.hasWarning()
                ? new StatusBadge(getTranslation("invite.outcome.warning"), Icons.TRIANGLE, "warn")
                : new StatusBadge(getTranslation("invite.outcome.valid"), Icons.TICK_DISC, "ok", "flush");
    }

    /** What is wrong, or else what the row will do: the item's title. */
    private String reasons(ReviewRow row) {
        return String.join(
                " ",
                row.findings().stream()
                        .map(finding -> ImportWords.finding(this, row.line(), finding))
                        .toList());
    }

    private static Component cut(String text, String className) {
        Span span = new Span(text);
        span.addClassNames(className, "cut");
        span.setTitle(text);
        return span;
    }
}
