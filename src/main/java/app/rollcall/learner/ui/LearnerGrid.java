package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The table of learners: the chosen columns between name and menu on a desk, one column on a phone. */
final class LearnerGrid extends Grid<LearnerRow> {

    private static final int PAGE = 50;
    private static final int DESK = 1280;

    private final transient Touched touched;
    private final Column<LearnerRow> one;
    private final Column<LearnerRow> name;
    private final Column<LearnerRow> menu;
    private final transient LearnerColumns columns;
    private transient DirectoryColumns chosen = DirectoryColumns.usual(DirectoryTable.EVERYBODY);
    private int width = DESK;

    /**
     * @param reminder makes what sends a pending row's reminder (EG-06)
     * @param menu makes the row's menu (OM-14)
     */
    LearnerGrid(
            LazyItems<LearnerRow> items,
            Clock clock,
            Touched touched,
            ValueProvider<LearnerRow, Component> reminder,
            ValueProvider<LearnerRow, Component> menu) {
        this.touched = touched;
        LearnerCells cells = new LearnerCells(this, clock, touched);
        setId("learners");
        addClassName("learners");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(PAGE);
        setSizeFull();
        one = addComponentColumn(row -> phone() ? cells.card(row) : new Span())
                .setHeader(Unseen.words(getTranslation("learner.column.name")))
                .setFlexGrow(1)
                .setAutoWidth(false);
        name = addComponentColumn(row -> phone() ? new Span() : cells.name(row))
                .setHeader(getTranslation("learner.column.name"))
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(3)
                .setWidth("14.5rem");
        columns = new LearnerColumns(this, cells, reminder);
        this.menu = addComponentColumn(menu)
                .setHeader(Unseen.words(getTranslation("learner.column.menu")))
                .setKey("menu")
                .setFlexGrow(0)
                .setWidth("3.5rem")
                .setTextAlign(ColumnTextAlign.END);
        setPartNameGenerator(this::parts);
        setDataProvider(items);
        Sorting.show(this, LearnerOrder.NAME);
        fit(width);
    }

    /** Which columns are shown; of the pending alone (EG-06) the address stands for the name. */
    void show(DirectoryColumns now) {
        if (!now.equals(chosen)) {
            chosen = now;
            name.setHeader(getTranslation(
                    now.table() == DirectoryTable.PENDING ? "learner.column.email" : "learner.column.name"));
            fit(width);
        }
    }

    /** Which columns a screen of this width has room for. */
    void fit(int now) {
        width = now;
        boolean phone = phone();
        List<Column<LearnerRow>> before = visible();
        columns.show(chosen, width);
        one.setVisible(phone);
        name.setVisible(!phone);
        name.setFrozen(!phone && columns.more());
        menu.setFrozenToEnd(!phone && columns.more());
        setClassName("phone", phone);
        if (!before.containsAll(visible())) {
            // The cells of what was hidden are yet to be made.
            getDataCommunicator().reset();
        }
    }

    private boolean phone() {
        return width <= ScreenWidth.PHONE;
    }

    private List<Column<LearnerRow>> visible() {
        return getColumns().stream().filter(Component::isVisible).toList();
    }

    /** What is chosen, and left out because the window is narrow. */
    Set<DirectoryColumn> leftOut() {
        return columns.leftOut();
    }

    private String parts(LearnerRow row) {
        boolean glows = touched.glows(row.id());
        boolean muted = row.status() == LearnerStatus.PAUSED || row.status() == LearnerStatus.DISABLED;
        return glows ? "glow" : muted ? "muted" : "";
    }
}
