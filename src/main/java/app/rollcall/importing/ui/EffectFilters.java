package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewFilter;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What the addresses come to, in a quiet line: how many are new, updated, unchanged, in conflict. Each shows what it counts. */
final class EffectFilters extends Div {

    private final Map<ReviewFilter, NativeButton> filters = new EnumMap<>(ReviewFilter.class);

    EffectFilters(Consumer<ReviewFilter> chosen) {
        addClassName("effects");
        for (ReviewFilter filter : new ReviewFilter[] {
            ReviewFilter.CREATED, ReviewFilter.UPDATED, ReviewFilter.UNCHANGED, ReviewFilter.CONFLICTS
        }) {
            NativeButton button = new NativeButton();
            button.setId("filter-" + name(filter));
            button.addClassName("effect-filter");
            button.addClickListener(_ -> chosen.accept(filter));
            filters.put(filter, button);
            set(filter, 0);
            add(button);
        }
    }

    private static String name(ReviewFilter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    void press(ReviewFilter filter) {
        filters.forEach(
                (which, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(which == filter)));
    }

    /** Changes a count in place. */
    void set(ReviewFilter filter, long count) {
        NativeButton button = filters.get(filter);
        String text = getTranslation("invite.effects." + name(filter), count);
        if (button != null && !text.equals(button.getText())) {
            button.setText(text);
        }
    }
}
