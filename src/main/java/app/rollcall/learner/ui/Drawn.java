package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Columns that a function of {@code rows.js} draws in the browser. */
final class Drawn {

    /** What a row's cell is called where it is drawn. */
    static final String CELL = "c";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(Include.NON_EMPTY))
            .build();

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
                .withProperty(CELL, new Sent(cell));
    }

    /**
     * A cell as it is sent: what is empty is left out. Vaadin's own way from a record to JSON looks up its parts by reflection
     * each time, which is an eighth of what it takes to tell a screen of a change.
     */
    static JsonNode json(LearnerCell cell) {
        return JSON.valueToTree(cell);
    }

    /** What a row's cell is sent as. */
    record Sent(ValueProvider<LearnerRow, ? extends @Nullable LearnerCell> cell)
            implements ValueProvider<LearnerRow, @Nullable JsonNode> {

        @Override
        public @Nullable JsonNode apply(LearnerRow row) {
            LearnerCell drawn = cell.apply(row);
            return drawn == null ? null : json(drawn);
        }
    }
}
