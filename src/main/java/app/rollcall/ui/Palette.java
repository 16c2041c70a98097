package app.rollcall.ui;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Finds people and pages and does things, by typing a few letters. Arrows and Enter are the browser's ({@code palette.js}); it
 * chooses by a click. One question is under way at a time, and an answer to what is not in the field any more is dropped.
 */
final class Palette extends Dialog {

    private static final int PAUSE_MILLISECONDS = 120;
    private static final int LONGEST = 100;

    private final transient PaletteSearch search;
    private final Input field = new Input(ValueChangeMode.LAZY);
    private final PaletteList list = new PaletteList(this::choose);
    private final Paragraph nothing = new Paragraph();
    private final Paragraph gap = new Paragraph(getTranslation("ui.palette.gap"));
    private final Span spoken = new Span();
    private final Frame frame = new Frame();
    private final transient Sinks.Many<Mono<Supplier<PaletteSearch.Results>>> asked =
            Sinks.many().replay().latest();
    private boolean over;

    @Tag("rc-palette")
    private static final class Frame extends Div {}

    Palette(List<PaletteSource> sources) {
        search = new PaletteSearch(this, sources);
        setId("palette");
        addClassName("palette");
        setAriaLabel(getTranslation("ui.palette"));
        setModality(ModalityMode.STRICT);
        field.setId("palette-field");
        field.setAriaLabel(getTranslation("ui.palette"));
        field.setPlaceholder(getTranslation("ui.palette.hint"));
        field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        field.getElement()
                .setAttribute("role", "combobox")
                .setAttribute("autocomplete", "off")
                .setAttribute("spellcheck", "false")
                .setAttribute("maxlength", String.valueOf(LONGEST))
                .setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-controls", PaletteList.ID);
        field.addValueChangeListener(change -> ask(change.getValue()));
        Button close = new Button(Icons.CROSS.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassNames("quiet", "narrow");
        close.setAriaLabel(getTranslation("ui.close"));
        KeyCaps escape = new KeyCaps("Esc");
        escape.addClassName("wide");
        escape.getElement().setAttribute("aria-hidden", "true");
        Div head = new Div(Icons.SEARCH.create(), field, escape, close);
        head.addClassName("palette-head");
        nothing.addClassName("nothing");
        gap.addClassNames("nothing", "amber-text");
        spoken.addClassName("sr");
        spoken.getElement().setAttribute("role", "status");
        frame.add(head, list, nothing, gap, spoken);
        frame.getElement().addEventListener("rollcall-close", _ -> close());
        add(frame);
        FluxBinding.state(
                this,
                () -> asked.asFlux().onBackpressureLatest().concatMap(Flux::from, 0),
                answer -> show(answer.get()));
        show(search.everything());
        field.focus();
    }

    private void ask(String text) {
        if (text.isBlank()) {
            PaletteSearch.Results all = search.everything();
            show(new PaletteSearch.Results(text, all.items(), all.complete()));
        } else {
            asked.tryEmitNext(search.find(text));
        }
    }

    private void show(PaletteSearch.Results results) {
        if (!results.text().equals(field.getValue())) {
            return;
        }
        boolean none = results.items().isEmpty();
        list.show(results.items());
        nothing.setVisible(none && results.complete());
        nothing.setText(
                none ? getTranslation("ui.palette.nothing", results.text().strip()) : "");
        gap.setVisible(!results.complete());
        spoken.setText(
                none
                        ? nothing.getText()
                        : getTranslation("ui.palette.count", results.items().size()));
        field.getElement().setAttribute("aria-expanded", String.valueOf(!none));
        // The browser acts on Enter only when the list answers what is in the field.
        frame.getElement().setAttribute("data-for", results.text());
    }

    private void choose(PaletteItem item) {
        if (!over) {
            over = true;
            close();
            item.act().run();
        }
    }
}
