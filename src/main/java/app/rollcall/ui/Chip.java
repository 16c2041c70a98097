package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;

/** A category beside a row, with a spot in its own hue. */
public final class Chip extends Span {

    /** @param hue 0 to 359 */
    public Chip(String text, int hue) {
        super(text);
        addClassNames("chip", Hues.of(hue));
    }
}
