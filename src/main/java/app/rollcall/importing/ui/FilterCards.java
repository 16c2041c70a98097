package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ReviewFilter;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The four counts of a check (OM-47), and below them in a line what the addresses come to, each a button that shows what it
 * counts. One of them all is always pressed.
 */
final class FilterCards extends Div {

    private final Map<ReviewFilter, NativeButton> cards = new EnumMap<>(ReviewFilter.class);
    private final Map<ReviewFilter, Span> numbers = new EnumMap<>(ReviewFilter.class);
    private final Div row = new Div();
    private final EffectFilters effects = new EffectFilters(this::choose);
    private final transient Consumer<ReviewFilter> chosen;

    /** @param beside what else concerns the rows that are shown; stands at the end of the line */
    FilterCards(Consumer<ReviewFilter> chosen, Component... beside) {
        this.chosen = chosen;
        setId("row-filter");
        addClassName("row-filter");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("invite.filter"));
        row.addClassName("filter-cards");
        card(ReviewFilter.ALL, "emails", Icons.PEOPLE, "plain");
        card(ReviewFilter.VALID, "valid", Icons.TICK_DISC, "green");
        card(ReviewFilter.WARNINGS, "warnings", Icons.TRIANGLE, "amber");
        card(ReviewFilter.ERRORS, "errors", Icons.OCTAGON, "red");
        Div line = new Div(effects);
        line.addClassName("effects-line");
        line.add(beside);
        add(row, line);
        press(ReviewFilter.ALL);
    }

    private void card(ReviewFilter filter, String name, Icons icon, String tone) {
        Span picture = new Span(icon.create());
        picture.addClassNames("tone", tone);
        Span label = new Span(picture, new Span(getTranslation("invite.figure." + name)));
        label.addClassName("label");
        Span number = new Span("–");
        number.addClassName("number");
        number.getElement().setAttribute("data-figure", name);
        NativeButton card = new NativeButton();
        card.add(label, number);
        card.setId("filter-" + filter.name().toLowerCase(Locale.ROOT));
        card.addClassName("filter-card");
        card.addClickListener(_ -> choose(filter));
        cards.put(filter, card);
        numbers.put(filter, number);
        row.add(card);
    }

    private void choose(ReviewFilter filter) {
        press(filter);
        chosen.accept(filter);
    }

    private void press(ReviewFilter filter) {
        cards.forEach((which, card) -> card.getElement().setAttribute("aria-pressed", String.valueOf(which == filter)));
        effects.press(filter);
    }

    void update(Import now) {
        set(ReviewFilter.ALL, now.emails());
        set(ReviewFilter.VALID, now.valid());
        set(ReviewFilter.WARNINGS, now.warnings());
        set(ReviewFilter.ERRORS, now.errors());
        effects.set(ReviewFilter.CREATED, now.effects().created());
        effects.set(ReviewFilter.UPDATED, now.effects().updated());
        effects.set(ReviewFilter.UNCHANGED, now.effects().unchanged());
        effects.set(ReviewFilter.CONFLICTS, now.effects().conflicts());
    }

    /** Changes a count in place. */
    private void set(ReviewFilter filter, long count) {
        Span number = numbers.get(filter);
        String text = NumberFormat.getIntegerInstance(getLocale()).format(count);
        if (number != null && !text.equals(number.getText())) {
            number.setText(text);
        }
    }
}
