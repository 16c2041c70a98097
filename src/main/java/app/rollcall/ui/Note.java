package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A sentence in a box that stays: information, a warning, a fault, a success. */
public final class Note extends Div {

    /** What kind of sentence it is. */
    public enum Tone {
        BLUE(Icons.INFO),
        AMBER(Icons.TRIANGLE),
        RED(Icons.OCTAGON),
        GREEN(Icons.TICK_DISC);

        private final Icons icon;

        Tone(Icons icon) {
            this.icon = icon;
        }
    }

    public Note(Tone tone, String sentence, Component... more) {
        this(tone, new Span(sentence), more);
    }

    /** @param words the sentence, for whoever changes it later */
    public Note(Tone tone, Span words, Component... more) {
        addClassNames("note", tone.name().toLowerCase(Locale.ROOT));
        words.addClassName("grow");
        add(tone.icon.create(), words);
        add(more);
    }
}
