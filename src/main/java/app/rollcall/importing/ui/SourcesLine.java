package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.Source;
import app.rollcall.ui.Icons;
import app.rollcall.ui.SearchField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the list is made of, in a line above it: rows, people, files; and what is done with all of it. */
final class SourcesLine extends Div {

    private final Span rows = new Span();
    private final Span made = new Span();
    private final Button change = new Button();
    private final SourceList sources;
    private final Popover popover = new Popover();
    private final Span ignored = new Span();
    private transient List<Source> shown = List.of();
    private final Button clear = new Button(Icons.BIN.create());

    /** What can be done here. */
    interface Actions {

        void find(String text);

        void clear(Button control);

        void forget(Button control, Source source);

        void reread(Button control, Source source);
    }

    /** @param beside what else concerns the rows that are shown */
    SourcesLine(Actions actions, Component beside) {
        setId("sources");
        addClassNames("row", "sources-line");
        sources = new SourceList(actions::forget, actions::reread);
        rows.addClassName("b");
        rows.setId("row-count");
        made.addClassNames("t2", "cut");
        made.setId("made-of");
        change.setId("change-sources");
        change.addClassName("link");
        change.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        change.addClickListener(_ -> only().ifPresent(source -> actions.reread(change, source)));
        popover.add(sources);
        popover.setTarget(change);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("invite.sources"));
        popover.addClassName("sources");
        clear.setText(getTranslation("invite.clear"));
        clear.setId("clear-list");
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        clear.addClickListener(_ -> actions.clear(clear));
        Span first = new Span(rows, made, change);
        first.addClassNames("row", "made-of");
        ignored.setId("ignored");
        Span words = new Span(first, ignored);
        words.addClassNames("col", "grow");
        add(words, beside, search(actions::find), clear, popover);
    }

    private SearchField search(Consumer<String> find) {
        SearchField search = new SearchField(getTranslation("invite.find"));
        search.setId("find-row");
        // The key belongs to the page's own search.
        search.getElement().removeAttribute("data-key");
        search.setSuffixComponent(null);
        search.addValueChangeListener(typed -> find.accept(typed.getValue().strip()));
        return search;
    }

    /** The file that the sentence is about, when the list is of nothing else. */
    private Optional<Source> only() {
        return shown.size() == 1 ? shown.stream().filter(Readings::open).findFirst() : Optional.empty();
    }

    void update(Import current) {
        shown = current.sources();
        List<Source> files = SourceList.files(current);
        rows.setText(getTranslation("invite.rows", current.rows()));
        String people = getTranslation("invite.people", current.emails());
        made.setText(
                switch (files.size()) {
                    case 0 -> people;
                    case 1 -> people + " · " + ImportWords.source(this, files.getFirst());
                    default -> people + " · " + getTranslation("invite.files", files.size());
                });
        made.setTitle(made.getText());
        change.setText(getTranslation(files.size() > 1 ? "invite.sources.show" : "invite.change"));
        change.setVisible(!files.isEmpty());
        popover.setOpenOnClick(only().isEmpty());
        ignored.removeAll();
        files.stream()
                .filter(source -> !source.ignored().isEmpty() && source.state() == Source.State.READ)
                .filter(_ -> files.size() == 1)
                .forEach(source -> ignored.add(ImportWords.ignored(this, source)));
        sources.show(files);
        clear.setVisible(current.rows() > 0);
        setVisible(!files.isEmpty() || current.rows() > 0);
    }
}
