package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.ScreenWidth;
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
        column("line", row -> cut(getTranslation("invite.line", row.line()), "t2"), "6rem", 0);
        column("email", row -> cut(row.email(), "nm"), "13rem", 2);
        column("name", row -> cut(name(row), "t2"), "7rem", 1);
        column("kind", row -> cut(ImportWords.kind(this, row.itemType()), "t2"), "5.75rem", 0);
        column("id", row -> cut(row.itemId(), "mono"), "7.5rem", 0);
        column("outcome", row -> Outcome.badge(this, row), "6.5rem", 0);
        column("reason", row -> whole(Outcome.reason(this, row)), "18rem", 5);
        Column<ReviewRow> one = addComponentColumn(this::card).setSortable(false);
        setDataProvider(items);
        fit(one, ScreenWidth.PHONE + 1);
        ScreenWidth.follow(this, width -> fit(one, width));
    }

    private void fit(Column<ReviewRow> one, int width) {
        boolean phone = width <= ScreenWidth.PHONE;
        getColumns().forEach(column -> column.setVisible(phone == column.equals(one)));
        setClassName("phone", phone);
    }

    private void column(String key, ValueProvider<ReviewRow, Component> cell, String width, int grow) {
        addComponentColumn(cell)
                .setKey(key)
                .setHeader(getTranslation("invite.column." + key))
                .setSortable(false)
                .setWidth(width)
                .setFlexGrow(grow);
    }

    /** On a phone: what is wrong under the address, or else what the row will do. */
    private Component card(ReviewRow row) {
        Component under = row.hasError() || row.hasWarning()
                ? Outcome.reason(this, row)
                : cut(ImportWords.kind(this, row.itemType()) + " " + row.itemId(), "t2");
        under.addClassName("xs");
        Span words = new Span(cut(row.email(), "nm"), under);
        words.addClassNames("col", "grow");
        Span line = cut(getTranslation("invite.line", row.line()), "t2");
        line.addClassName("xs");
        Span end = new Span(Outcome.badge(this, row), line);
        end.addClassNames("col", "end");
        Span card = new Span(words, end);
        card.addClassName("card-row");
        return card;
    }

    private static String name(ReviewRow row) {
        return (row.firstName() + " " + row.lastName()).strip();
    }

    /** A reason is read, not looked at: it takes a second line before it is cut. */
    static Span whole(Span reason) {
        reason.removeClassName("cut");
        reason.addClassName("reason");
        return reason;
    }

    static Span cut(String text, String className) {
        Span span = new Span(text);
        span.addClassNames(className, "cut");
        span.setTitle(text);
        return span;
    }
}
