package app.rollcall.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The results of the palette in their groups. Which one is at hand, the browser knows alone ({@code palette.js}). */
final class PaletteList extends Div {

    static final String ID = "palette-list";

    private final transient Consumer<PaletteItem> chosen;
    private int options;

    PaletteList(Consumer<PaletteItem> chosen) {
        this.chosen = chosen;
        setId(ID);
        addClassName("results");
        getElement().setAttribute("role", "listbox").setAttribute("aria-label", getTranslation("ui.palette.results"));
    }

    void show(List<PaletteItem> items) {
        removeAll();
        options = 0;
        Map<String, Div> groups = new LinkedHashMap<>();
        for (PaletteItem item : items) {
            groups.computeIfAbsent(item.group(), this::group).add(option(item));
        }
        add(groups.values().toArray(Div[]::new));
        setVisible(!items.isEmpty());
    }

    private Div group(String key) {
        Div title = new Div(getTranslation(key));
        title.setId("palette-" + key.replace('.', '-'));
        title.addClassName("group-title");
        Div group = new Div(title);
        group.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", title.getId().orElseThrow());
        return group;
    }

    private Div option(PaletteItem item) {
        Span picture = new Span(item.picture().get());
        picture.addClassName("picture");
        picture.getElement().setAttribute("aria-hidden", "true");
        Span title = new Span(item.title());
        title.addClassNames("m", "cut");
        Span detail = new Span(item.detail());
        detail.addClassNames("t2", "cut", "detail");
        Div option = new Div(picture, title, detail);
        if (!item.caps().isEmpty()) {
            KeyCaps caps = new KeyCaps(item.caps());
            caps.getElement().setAttribute("aria-hidden", "true");
            option.add(caps);
        }
        option.setId("palette-option-" + options++);
        option.addClassName("option");
        option.getElement()
                .setAttribute("role", "option")
                .setAttribute("aria-selected", "false")
                .setAttribute("data-result", item.id());
        option.addClickListener(_ -> chosen.accept(item));
        return option;
    }
}
