package app.rollcall.importing.ui;

import app.rollcall.importing.FailedRow;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.ScreenWidth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;

/** The rows that were not imported, each with its reason (OM-55), a page at a time. */
final class FailedGrid extends Grid<FailedRow> {

    FailedGrid(LazyItems<FailedRow> items) {
        setId("failed-rows");
        addClassName("staged");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addComponentColumn(row -> ImportWords.cut(number(row), "num"))
                .setHeader(getTranslation("invite.column.row"))
                .setKey("row")
                .setWidth("5.5rem")
                .setFlexGrow(0);
        addComponentColumn(row -> ImportWords.cut(row.email(), "nm"))
                .setHeader(getTranslation("invite.column.learner_email"))
                .setKey("email")
                .setWidth("15rem")
                .setFlexGrow(1);
        addComponentColumn(row -> ImportWords.whole(ImportWords.cut(reason(row), "t2")))
                .setHeader(getTranslation("invite.column.reason"))
                .setKey("reason")
                .setWidth("30rem")
                .setFlexGrow(4);
        Column<FailedRow> one = addComponentColumn(this::card);
        getColumns().forEach(column -> column.setSortable(false));
        setDataProvider(items);
        fit(one, ScreenWidth.PHONE + 1);
        ScreenWidth.follow(this, width -> fit(one, width));
    }

    private void fit(Column<FailedRow> one, int width) {
        boolean phone = width <= ScreenWidth.PHONE;
        getColumns().forEach(column -> column.setVisible(phone == column.equals(one)));
        setClassName("phone", phone);
    }

    private Component card(FailedRow row) {
        Span reason = ImportWords.cut(reason(row), "t2");
        reason.addClassName("xs");
        Span words = new Span(ImportWords.cut(row.email(), "nm"), reason);
        words.addClassNames("col", "grow");
        Span line = new Span(getTranslation("invite.line", row.line()));
        line.addClassNames("t2", "xs", "end");
        Span card = new Span(words, line);
        card.addClassName("card-row");
        return card;
    }

    private String reason(FailedRow row) {
        return ImportWords.finding(this, row.line(), row.finding());
    }

    private String number(FailedRow row) {
        return NumberFormat.getIntegerInstance(getLocale()).format(row.line());
    }
}
