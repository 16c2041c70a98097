package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewFilter;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The four counts of a check (OM-47), each a button that shows what it counts. One is always pressed. */
final class FilterCards extends Div {

    private final Map<ReviewFilter, NativeButton> cards = new EnumMap<>(ReviewFilter.class);
    private final Map<ReviewFilter, Span> numbers = new EnumMap<>(ReviewFilter.class);
    private final transient Consumer<ReviewFilter> chosen;

    FilterCards(Consumer<ReviewFilter> chosen) {
        this.chosen = chosen;
        setId("row-filter");
        addClassName("filter-cards");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("invite.filter"));
        card(ReviewFilter.ALL, "emails", Icons.PEOPLE, "plain");
        card(ReviewFilter.VALID, "valid", Icons.TICK_DISC, "green");
        card(ReviewFilter.WARNINGS, "warnings", Icons.TRIANGLE, "amber");
        card(ReviewFilter.ERRORS, "errors", Icons.OCTAGON, "red");
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
        card.addClickListener(_ -> {
            press(filter);
            chosen.accept(filter);
        });
        cards.put(filter, card);
        numbers.put(filter, number);
        add(card);
    }

    private void press(ReviewFilter filter) {
        cards.forEach((which, card) -> card.getElement().setAttribute("aria-pressed", String.valueOf(which == filter)));
    }

    /** Changes a count in place. */
    void set(ReviewFilter filter, long count) {
        Span number = numbers.get(filter);
        String text = NumberFormat.getIntegerInstance(getLocale()).format(count);
        if (number != null && !text.equals(number.getText())) {
            number.setText(text);
        }
    }
}
