package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;

/** A category beside a row, with a spot in its own hue. */
public final class Chip extends Span {

    private static final int SHOWN = 2;

    /** @param hue 0 to 359 */
    public Chip(String text, int hue) {
        super(text);
        addClassNames("chip", Hues.of(hue));
    }

    /** At most two chips and "+2", whose tooltip names the rest, so that chips never decide a row's height. */
    public static Span row(List<Chip> chips) {
        Span row = new Span();
        row.addClassName("chips");
        chips.stream().limit(SHOWN).forEach(row::add);
        if (chips.size() > SHOWN) {
            List<Chip> rest = chips.subList(SHOWN, chips.size());
            Span more = new Span("+" + rest.size());
            more.addClassNames("chip", "more");
            more.getElement()
                    .setAttribute("title", rest.stream().map(Chip::getText).collect(Collectors.joining(", ")));
            row.add(more);
        }
        return row;
    }
}
