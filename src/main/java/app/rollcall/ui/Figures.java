package app.rollcall.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;

/** A row of counts with their names: what a check found, what a job did. */
public final class Figures extends DescriptionList {

    private final Map<String, DescriptionList.Description> numbers = new HashMap<>();

    public Figures() {
        addClassName("figs");
    }

    /**
     * Adds a figure at the end, without a number yet.
     *
     * @param id by which {@link #set} finds it
     * @param tone green, amber, red or plain
     */
    public Figures add(String id, String name, Icons icon, String tone) {
        Span picture = new Span(icon.create());
        picture.addClassNames("tone", tone);
        DescriptionList.Term term = new DescriptionList.Term();
        term.add(picture, new Span(name));
        DescriptionList.Description number = new DescriptionList.Description("–");
        number.getElement().setAttribute("data-figure", id);
        numbers.put(id, number);
        add(new Div(term, number));
        return this;
    }

    /** Changes a number in place. */
    public void set(String id, long number) {
        DescriptionList.Description shown = numbers.get(id);
        if (shown == null) {
            throw new IllegalArgumentException("No figure is called " + id);
        }
        String text = NumberFormat.getIntegerInstance(getLocale()).format(number);
        if (!text.equals(shown.getText())) {
            shown.setText(text);
        }
    }
}
