package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;

/**
 * The way into the palette from every page: a quiet button in the header, and what {@code keys.js} tells the server, for Ctrl K
 * and "?". It also tells the browser whether single letters are keys for this person.
 */
@org.springframework.stereotype.Component
@Order(0)
final class PalettePart implements HeaderPart {

    private final ObjectProvider<PaletteSource> sources;
    private final ObjectProvider<LetterKeys> letters;
    private final KeySheet sheet;

    PalettePart(ObjectProvider<PaletteSource> sources, ObjectProvider<LetterKeys> letters, KeySheet sheet) {
        this.sources = sources;
        this.letters = letters;
        this.sheet = sheet;
    }

    @Override
    public Component get() {
        Button button = new Button();
        button.addClickListener(_ -> open());
        button.setId("open-palette");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("quiet", "find");
        button.setAriaLabel(button.getTranslation("ui.palette.button"));
        Span words = new Span(button.getTranslation("ui.palette.button"));
        words.addClassName("wide");
        KeyCaps caps = new KeyCaps(KeyCaps.command(button), "K");
        caps.addClassName("wide");
        caps.getElement().setAttribute("aria-hidden", "true");
        Span seen = new Span(Icons.SEARCH.create(), words, caps);
        seen.addClassName("row");
        button.getElement().appendChild(seen.getElement());
        button.getElement().setAttribute("aria-keyshortcuts", "Control+K Meta+K");
        Span part = new Span(button);
        part.addClassName(LetterKeys.PART);
        LetterKeys kept = letters.getIfAvailable();
        part.getElement().setAttribute("data-letters", kept == null || kept.wanted() ? "on" : "off");
        part.addAttachListener(
                _ -> part.getElement().executeJs("document.documentElement.dataset.letters = this.dataset.letters"));
        part.getElement().addEventListener("rollcall-palette", _ -> open());
        part.getElement().addEventListener("rollcall-keys", _ -> sheet.open());
        return part;
    }

    private void open() {
        new Palette(sources.orderedStream().toList()).open();
    }
}
