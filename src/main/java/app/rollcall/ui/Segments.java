package app.rollcall.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A filter of which one part is always chosen, each with the number of rows it stands for. A tab list with its keys. */
public final class Segments<E> extends AbstractCompositeField<Tabs, Segments<E>, E> {

    private final transient List<E> values;
    private final List<Span> counts = new ArrayList<>();

    /** @param values at least one; the first is chosen */
    public Segments(List<E> values, Function<E, String> labels) {
        super(values.getFirst());
        this.values = List.copyOf(values);
        getContent().addClassName("seg");
        getContent().addThemeVariants(TabsVariant.AURA_FILLED, TabsVariant.HIDE_SCROLL_BUTTONS);
        for (E value : values) {
            Span count = new Span();
            count.addClassName("k");
            counts.add(count);
            Tab tab = new Tab(new Span(labels.apply(value)), count);
            tab.getElement().setAttribute("data-value", String.valueOf(value).toLowerCase(Locale.ROOT));
            getContent().add(tab);
        }
        getContent().addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                setModelValue(this.values.get(getContent().getSelectedIndex()), true);
            }
        });
    }

    /** What the filter filters, for those who do not see it. */
    public void setAriaLabel(String label) {
        getContent().getElement().setAttribute("aria-label", label);
    }

    /** How many rows a value stands for. */
    public void setCount(E value, long count) {
        String text = NumberFormat.getIntegerInstance(getLocale()).format(count);
        Span shown = counts.get(values.indexOf(value));
        if (!shown.getText().equals(text)) {
            shown.setText(text);
        }
    }

    /** Vaadin makes the tabs' scroller focusable, which makes it a part of the tab list that assistive tools cannot place. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        placeable(getContent());
    }

    /** Call it whenever a tab list is attached: its scroller leaves the order of the keyboard. */
    public static void placeable(Tabs tabs) {
        tabs.getElement().executeJs("this.updateComplete.then(() => this.$.scroll.removeAttribute('tabindex'))");
    }

    @Override
    protected void setPresentationValue(E value) {
        getContent().setSelectedIndex(values.indexOf(value));
    }
}
