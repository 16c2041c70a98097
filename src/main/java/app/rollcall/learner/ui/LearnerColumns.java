package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.ScreenWidth;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the table of learners that can be chosen, between name and menu. Of the usual ones some leave a narrow window,
 * least needed first; what somebody chose besides stays, and the table scrolls sideways.
 */
final class LearnerColumns {

    private static final int NARROW = 860;
    private static final int LESS = 1040;
    private static final int MIDDLE = 1100;

    private final Grid<LearnerRow> grid;
    private final LearnerCells cells;
    private final Map<DirectoryColumn, Column<LearnerRow>> columns = new EnumMap<>(DirectoryColumn.class);
    private DirectoryColumns chosen = DirectoryColumns.usual(DirectoryTable.EVERYBODY);
    private int width = MIDDLE + 1;

    LearnerColumns(Grid<LearnerRow> grid, LearnerCells cells, RowControls controls) {
        this.grid = grid;
        this.cells = cells;
        sorted(DirectoryColumn.EMAIL, said(DirectoryColumn.EMAIL, cells::email), "14rem")
                .setFlexGrow(3);
        column(DirectoryColumn.INVITED, said(DirectoryColumn.INVITED, cells::email), "14.5rem")
                .setFlexGrow(3);
        column(DirectoryColumn.CATEGORIES, drawn("tags", DirectoryColumn.CATEGORIES, cells::categories), "12.25rem")
                .setFlexGrow(3);
        number(DirectoryColumn.COURSES, LearnerRow::courses, "5.25rem");
        number(DirectoryColumn.COMPLETED, LearnerRow::completed, "7.25rem");
        number(DirectoryColumn.PRODUCTS, LearnerRow::products, "5.5rem");
        apart(sorted(DirectoryColumn.LOCATION, said(DirectoryColumn.LOCATION, cells::location), "10.5rem")
                .setFlexGrow(2));
        apart(sorted(DirectoryColumn.LOGIN, said(DirectoryColumn.LOGIN, cells::login), "8.5rem"));
        sorted(DirectoryColumn.STATUS, drawn("standing", DirectoryColumn.STATUS, cells::status), "11.5rem");
        sorted(DirectoryColumn.ADDED, said(DirectoryColumn.ADDED, cells::added), "8.5rem");
        LitRenderer<LearnerRow> reminder = drawn("reminder", DirectoryColumn.REMIND, controls::reminder);
        column(
                DirectoryColumn.REMIND,
                reminder.withFunction("remind", controls::remind)
                        .withFunction("over", row -> grid.getDataProvider().refreshItem(row)),
                "9.5rem");
    }

    private Column<LearnerRow> number(
            DirectoryColumn what, SerializableFunction<LearnerRow, Integer> number, String width) {
        return sorted(what, said(what, row -> cells.number(row, number.apply(row))), width)
                .setTextAlign(ColumnTextAlign.END);
    }

    private LitRenderer<LearnerRow> said(DirectoryColumn what, ValueProvider<LearnerRow, @Nullable LearnerCell> cell) {
        return drawn("said", what, cell);
    }

    /** What is not shown is not sent either: a row has many cells. */
    private LitRenderer<LearnerRow> drawn(
            String by, DirectoryColumn what, ValueProvider<LearnerRow, @Nullable LearnerCell> cell) {
        return Drawn.by(by, row -> shown(what) ? cell.apply(row) : null);
    }

    /** One whose heading orders the list: the column's word is the order's. */
    private Column<LearnerRow> sorted(DirectoryColumn what, LitRenderer<LearnerRow> cell, String width) {
        return column(what, cell, width).setSortProperty(what.code()).setSortable(true);
    }

    private Column<LearnerRow> column(DirectoryColumn what, LitRenderer<LearnerRow> cell, String width) {
        Column<LearnerRow> column = grid.addColumn(cell)
                .setHeader(grid.getTranslation("learner.column." + what.code()))
                .setKey(what.code())
                .setSortable(false)
                .setFlexGrow(0)
                .setWidth(width);
        columns.put(what, column);
        return column;
    }

    /** What follows a figure keeps its distance. */
    private static void apart(Column<LearnerRow> column) {
        column.setHeaderPartName("apart").setPartNameGenerator(_ -> "apart");
    }

    private boolean shown(DirectoryColumn what) {
        return chosen.shows(what) && fits(what);
    }

    void show(DirectoryColumns now, int wide) {
        chosen = now;
        width = wide;
        columns.forEach((what, column) -> column.setVisible(shown(what)));
    }

    /** What is chosen, and left out because the window is narrow. */
    Set<DirectoryColumn> leftOut() {
        EnumSet<DirectoryColumn> out = EnumSet.noneOf(DirectoryColumn.class);
        chosen.shown().stream().filter(what -> !fits(what)).forEach(out::add);
        return Collections.unmodifiableSet(out);
    }

    /** Whether they may be wider than the table, so that name and menu should stay where they are. */
    boolean more() {
        return chosen.shown().stream()
                .anyMatch(what -> !DirectoryColumns.usual(chosen.table()).shows(what));
    }

    private boolean fits(DirectoryColumn what) {
        if (width <= ScreenWidth.PHONE) {
            return false;
        }
        return switch (what) {
            case COURSES, PRODUCTS -> width > MIDDLE;
            case CATEGORIES, INVITED -> width > LESS;
            case LOGIN -> width > NARROW;
            case ADDED -> chosen.table() == DirectoryTable.EVERYBODY || width > NARROW;
            case EMAIL, COMPLETED, LOCATION, STATUS, REMIND -> true;
        };
    }
}
