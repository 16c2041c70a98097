package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import org.jspecify.annotations.Nullable;

/** Columns that a function of {@code rows.js} draws in the browser. */
final class Drawn {

    /** What a row's cell is called where it is drawn. */
    static final String CELL = "c";

    private Drawn() {}

    /**
     * What draws a column.
     *
     * @param by the function, which is given the cell and {@code remind} and {@code over} if the renderer has them
     * @param cell null for nothing
     */
    static LitRenderer<LearnerRow> by(String by, ValueProvider<LearnerRow, ? extends @Nullable LearnerCell> cell) {
        String called = by.equals("reminder") ? "reminder(html, item.c, remind, over)" : by + "(html, item.c)";
        return LitRenderer.<LearnerRow>of("${item.c ? rollcallRows." + called + " : ''}")
                .withProperty(CELL, cell);
    }
}
