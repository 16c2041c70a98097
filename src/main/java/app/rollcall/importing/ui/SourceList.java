package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.Source;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.BiConsumer;

/** The files and pastes of a list, one by one: how each was read, its rows, and the way out again. */
final class SourceList extends UnorderedList {

    private final transient BiConsumer<Button, Source> forget;
    private final transient BiConsumer<Button, Source> reread;
    private transient List<Source> shown = List.of();

    SourceList(BiConsumer<Button, Source> forget, BiConsumer<Button, Source> reread) {
        this.forget = forget;
        this.reread = reread;
        setId("source-list");
        addClassName("source-list");
    }

    /** All but the typed lines, which are no file. */
    static List<Source> files(Import current) {
        return current.sources().stream()
                .filter(source -> source.kind() != Source.Kind.TYPED)
                .toList();
    }

    void show(List<Source> sources) {
        if (!sources.equals(shown)) {
            shown = sources;
            removeAll();
            sources.forEach(source -> add(item(source)));
        }
    }

    private ListItem item(Source source) {
        Span how = new Span(how(source));
        how.addClassNames(failed(source) ? "red-text" : "t2", "xs");
        Span words = new Span(ImportWords.cut(ImportWords.name(this, source), "m"), how);
        words.addClassNames("col", "grow");
        if (!source.ignored().isEmpty() && source.state() == Source.State.READ) {
            words.add(ImportWords.ignored(this, source));
        }
        Button change = new Button(getTranslation("invite.change"));
        change.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        change.addClassName("link");
        change.setId("reread-" + source.no());
        change.setAriaLabel(getTranslation("invite.sources.reread", ImportWords.name(this, source)));
        change.setVisible(Readings.open(source));
        change.addClickListener(_ -> reread.accept(change, source));
        Button remove = new Button(Icons.CROSS.create());
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.addClassNames("quiet", "square");
        remove.setId("forget-" + source.no());
        remove.setAriaLabel(getTranslation("invite.sources.remove", ImportWords.name(this, source)));
        remove.addClickListener(_ -> forget.accept(remove, source));
        ListItem item = new ListItem(words, change, remove);
        item.addClassName("row");
        return item;
    }

    private static boolean failed(Source source) {
        return source.state() == Source.State.REFUSED || source.state() == Source.State.BROKEN_OFF;
    }

    private String how(Source source) {
        return switch (source.state()) {
            case UPLOADING -> getTranslation("invite.sources.uploading");
            case BROKEN_OFF -> getTranslation("invite.sources.broken_off");
            case KEPT -> getTranslation("invite.sources.kept");
            case READ -> ImportWords.dialect(this, source) + " · " + getTranslation("invite.rows", source.rows());
            case REFUSED -> ImportWords.refused(this, source.refusal());
        };
    }
}
