package app.rollcall.learner.ui;

import app.rollcall.bulk.CannotSelect;
import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.jspecify.annotations.Nullable;

/** The first column in Selected mode: a checkbox in each row (OM-29), off with its reason where somebody cannot be selected (OM-33). */
final class PickColumn {

    private static final String WIDTH = "2.75rem";

    private final Grid<LearnerRow> grid;
    private final Grid.Column<LearnerRow> column;
    /** The column whose room this one takes. */
    private Grid.@Nullable Column<LearnerRow> lender;

    private @Nullable String lent;
    private @Nullable Picks picks;

    /** Who keeps what is selected. */
    interface Picks {

        boolean picked(LearnerRow row);

        /**
         * A row is picked or let go.
         *
         * @param upToHere all from the row that was picked before up to this one
         */
        void pick(LearnerRow row, boolean wanted, boolean upToHere);
    }

    /** Adds the column, hidden. */
    PickColumn(Grid<LearnerRow> grid) {
        this.grid = grid;
        column = grid.addColumn(LitRenderer.of(""))
                .setHeader(Unseen.words(grid.getTranslation("bulk.column")))
                .setKey("pick")
                .setSortable(false)
                .setFlexGrow(0)
                .setWidth(WIDTH);
        column.setPartNameGenerator(_ -> "pick-cell");
        column.setVisible(false);
    }

    /** The rows have to be drawn anew after this. */
    void show(Picks keeper) {
        lender = grid.getColumnByKey("email");
        picks = keeper;
        // A box stays the same when its row is drawn anew, so that it keeps the focus.
        column.setRenderer(new ComponentRenderer<Component, LearnerRow>(
                row -> new Box(keeper).show(row),
                (there, row) -> there instanceof Box box ? box.show(row) : new Box(keeper).show(row)));
        column.setVisible(true);
        if (lender != null) {
            lent = lender.getWidth();
            lender.setWidth("calc(" + lent + " - " + WIDTH + ")");
        }
    }

    void hide() {
        if (picks != null && lender != null) {
            lender.setWidth(lent);
        }
        picks = null;
        column.setVisible(false);
        column.setRenderer(LitRenderer.of(""));
    }

    boolean picked(LearnerRow row) {
        return picks != null && picks.picked(row);
    }

    private final class Box extends Checkbox {

        private final transient Picks keeper;
        private transient @Nullable LearnerRow row;
        private boolean upToHere;
        private boolean explained;

        Box(Picks keeper) {
            this.keeper = keeper;
            addClassName("pick");
            addClickListener(click -> upToHere = click.isShiftKey());
            addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    // The click that made the change, and says how, may be told after it.
                    grid.getUI().ifPresent(ui -> ui.beforeClientResponse(grid, _ -> picked()));
                }
            });
        }

        private void picked() {
            if (row != null) {
                keeper.pick(row, getValue(), upToHere);
                setValue(keeper.picked(row));
                upToHere = false;
            }
        }

        Box show(LearnerRow now) {
            row = now;
            getElement().setAttribute("data-pick", String.valueOf(now.id().value()));
            CannotSelect cannot = CannotSelect.of(now);
            setAriaLabel(grid.getTranslation("bulk.pick", now.name()));
            setValue(keeper.picked(now));
            setEnabled(cannot == null);
            if (cannot != null) {
                setTooltipText(grid.getTranslation("bulk.cannot." + cannot.code()));
            } else if (explained) {
                setTooltipText("");
            }
            explained = cannot != null;
            return this;
        }
    }
}
