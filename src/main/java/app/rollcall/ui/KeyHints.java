package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.List;

/** Hints what keys do. The browser draws them ({@code keys.js}): they are the same on every screen of this kind, and many. */
@Tag("rc-keys")
final class KeyHints extends Component implements HasStyle {

    private String all = "";

    /** Adds the keys, then the word for what they do. */
    void add(String word, String... caps) {
        String hint = String.join("\t", List.of(caps)) + "\t" + word;
        all = all.isEmpty() ? hint : all + "\n" + hint;
        getElement().setAttribute("data-hints", all);
    }
}
