package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A category beside a row, with a spot in its own hue. */
public final class Chip extends Span {

    private static final int SHOWN = 2;

    public Chip(String text) {
        super(text);
        addClassNames("chip", PersonAvatar.hue(text));
    }

    /** At most two chips and "+2", whose tooltip names the rest, so that chips never decide a row's height. */
    public static Span row(List<String> texts) {
        Span row = new Span();
        row.addClassName("chips");
        texts.stream().limit(SHOWN).map(Chip::new).forEach(row::add);
        if (texts.size() > SHOWN) {
            List<String> rest = texts.subList(SHOWN, texts.size());
            Span more = new Span("+" + rest.size());
            more.addClassNames("chip", "more");
            more.getElement().setAttribute("title", String.join(", ", rest));
            row.add(more);
        }
        return row;
    }
}
