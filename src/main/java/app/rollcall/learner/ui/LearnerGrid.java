package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.learner.StatusFilter;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.OnScreen;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.TableKeys;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.DataKeyMapper;
import com.vaadin.flow.function.SerializableSupplier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of learners: the chosen columns between name and menu on a desk, one column on a phone. */
final class LearnerGrid extends Grid<LearnerRow> {

    private static final int PAGE = 25;
    private static final int ESTIMATE = 2 * PAGE;

    /** A browser lays out no more rows of this height. */
    private static final int MOST = 5_000_000;

    private static final int DESK = 1280;

    private final transient PickColumn picks = new PickColumn(this);
    private final transient Touched touched;
    private final Column<LearnerRow> one;
    private final Column<LearnerRow> name;
    private final Column<LearnerRow> menu;
    private final transient LearnerCells cells;
    private final transient RowControls controls;
    private final transient LearnerColumns columns;
    private transient DirectoryColumns chosen = DirectoryColumns.usual(DirectoryTable.EVERYBODY);
    private StatusFilter filter = StatusFilter.ALL;
    private final transient Clock clock;
    private Instant renewed;
    private int width = DESK;

    /**
     * @param actions what a row's menu does (OM-14), and its reminder
     * @param mayManage whether rows have any
     */
    LearnerGrid(
            LazyItems<LearnerRow> items, Clock clock, Touched touched, RowItems.Actions actions, boolean mayManage) {
        this.touched = touched;
        this.clock = clock;
        renewed = clock.instant();
        cells = new LearnerCells(this, clock, touched);
        setId("learners");
        TableKeys.on(this);
        addClassName("learners");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(PAGE);
        // What a screen asks for is read in one go, however many pages that are.
        getDataCommunicator().setPagingEnabled(false);
        setSizeFull();
        controls = new RowControls(this, actions, mayManage, this::redraw);
        one = addColumn(Drawn.by("card", row -> phone() ? cells.card(row) : null))
                .setHeader(Unseen.words(getTranslation("learner.column.name")))
                .setFlexGrow(1)
                .setAutoWidth(false);
        name = addColumn(Drawn.by("who", row -> phone() ? null : cells.name(row)))
                .setHeader(getTranslation("learner.column.name"))
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(3)
                .setWidth("14.25rem");
        columns = new LearnerColumns(this, cells, controls);
        menu = addColumn(Drawn.by("dots", controls::dots))
                .setHeader(Unseen.words(getTranslation("learner.column.menu")))
                .setKey("menu")
                .setFlexGrow(0)
                .setWidth("3.5rem")
                .setTextAlign(ColumnTextAlign.END);
        setPartNameGenerator(this::parts);
        setDataProvider(items);
        addAttachListener(
                _ -> getElement()
                        .executeJs(
                                "rollcallRows.steady(this); rollcallRows.quiet(this); rollcallRows.reach(this); rollcallRows.swap(this); rollcallRows.settle(this)"));
        // What it asked for just before it was put aside was not heard.
        OnScreen.again(this, () -> getElement().executeJs("rollcallRows.again(this)"));
        Sorting.show(this, LearnerOrder.NAME);
        fit(width);
    }

    /** Whose rows are listed: one that has left them is muted. */
    void of(StatusFilter other) {
        filter = other;
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

    /** Another list begins at its top; a table that is there already is left alone, for to scroll it has all its rows drawn. */
    void toTop() {
        getElement().executeJs("if (this.$?.table.scrollTop > 0) this.scrollToIndex(0)");
    }

    /** The rows do not wait for their number: as many as fit are asked for at once. */
    void sizeLater() {
        getDataCommunicator().setItemCountEstimate(ESTIMATE);
    }

    /** @param rows how many there are, asked for whenever the rows are read anew */
    void size(SerializableSupplier<Long> rows) {
        getDataCommunicator().setCountCallback(_ -> Math.toIntExact(Math.min(MOST, rows.get())));
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

    /** These rows are not as they were; an open menu follows them. */
    void redraw(List<LearnerRow> rows) {
        rows.forEach(getDataProvider()::refreshItem);
        controls.follow(rows);
    }

    /** Of all rows that are there, read once more, draws those that are not as they were, or tell it otherwise by now. */
    void renew(List<LearnerRow> rows) {
        Instant before = renewed;
        renewed = clock.instant();
        redraw(rows.stream()
                .filter(row -> !row.equals(known(row)) || cells.toldOtherwise(row, before))
                .toList());
    }

    /** Of these rows, read once more, draws those that are not as they were. */
    void mend(List<LearnerRow> rows) {
        redraw(rows.stream().filter(row -> !row.equals(known(row))).toList());
    }

    private void redraw(LearnerRow row) {
        LearnerRow now = known(row);
        if (now != null) {
            getDataProvider().refreshItem(now);
        }
    }

    /** A row as it is drawn, which may be newer than this; null when it is not here. */
    private @Nullable LearnerRow known(LearnerRow row) {
        DataKeyMapper<LearnerRow> known = getDataCommunicator().getKeyMapper();
        return known.has(row) ? known.get(known.key(row)) : null;
    }

    RowControls controls() {
        return controls;
    }

    /** The first column, of Selected mode. */
    PickColumn picks() {
        return picks;
    }

    private String parts(LearnerRow row) {
        boolean glows = touched.glows(row.id());
        boolean muted = row.status() == LearnerStatus.PAUSED
                || row.status() == LearnerStatus.DISABLED
                || !filter.admits(row.status());
        return Stream.of(
                        glows ? "glow" : "",
                        !muted ? "" : glows ? "then-muted" : "muted",
                        picks.picked(row) ? "picked" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
