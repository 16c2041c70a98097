package app.rollcall.importing.ui;

import app.rollcall.importing.FailedRow;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.ScreenWidth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.function.Consumer;

/** The rows that were not imported, each with its reason (OM-55), a page at a time. */
final class FailedGrid extends Grid<FailedRow> {

    private final transient Consumer<FailedRow> fix;

    /** @param fix what to do with a row that somebody wants to mend */
    FailedGrid(LazyItems<FailedRow> items, Consumer<FailedRow> fix) {
        this.fix = fix;
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
        addComponentColumn(row -> ImportWords.cut(row.person(), "nm"))
                .setHeader(getTranslation("invite.column.learner_email"))
                .setKey("email")
                .setWidth("15rem")
                .setFlexGrow(1);
        addComponentColumn(row -> ImportWords.whole(ImportWords.cut(reason(row), "t2")))
                .setHeader(getTranslation("invite.column.reason"))
                .setKey("reason")
                .setWidth("30rem")
                .setFlexGrow(4);
        addComponentColumn(this::fix).setKey("fix").setWidth("5rem").setFlexGrow(0);
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
        Span line =
                new Span(row.line() == 0 ? getTranslation("invite.typed") : getTranslation("invite.line", row.line()));
        line.addClassNames("t2", "xs");
        Span words = new Span(ImportWords.cut(row.person(), "nm"), ImportWords.whole(reason), line);
        words.addClassNames("col", "grow");
        Span card = new Span(words, fix(row));
        card.addClassName("card-row");
        return card;
    }

    private String reason(FailedRow row) {
        return ResultWords.reason(this::getTranslation, row);
    }

    /** No change of a cell mends what is wrong with the row as a whole, such as the number of its cells. */
    private Component fix(FailedRow row) {
        if ("".equals(row.finding().column())) {
            return new Span();
        }
        Button button = new Button(getTranslation("invite.fix"), _ -> fix.accept(row));
        button.setAriaLabel(getTranslation("invite.fix.label", row.line(), row.person()));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassNames("link", "fix");
        return button;
    }

    private String number(FailedRow row) {
        return row.line() == 0
                ? getTranslation("invite.typed")
                : NumberFormat.getIntegerInstance(getLocale()).format(row.line());
    }
}
