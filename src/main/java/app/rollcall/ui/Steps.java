package app.rollcall.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** Where one is in a dialog of several steps: those behind have a tick, the present one is filled. */
public final class Steps extends OrderedList {

    private final List<ListItem> items = new ArrayList<>();
    private final List<Span> marks = new ArrayList<>();

    public Steps(String ariaLabel, List<String> names) {
        addClassName("steps");
        getElement().setAttribute("aria-label", ariaLabel);
        for (String name : names) {
            Span mark = new Span();
            mark.addClassName("mark");
            ListItem item = new ListItem(mark, new Span(name));
            marks.add(mark);
            items.add(item);
            add(item);
        }
        setCurrent(0);
    }

    /** @param current from 0 */
    public void setCurrent(int current) {
        for (int step = 0; step < items.size(); step++) {
            ListItem item = items.get(step);
            Span mark = marks.get(step);
            item.setClassName("ok", step < current);
            item.setClassName("on", step == current);
            mark.removeAll();
            if (step < current) {
                mark.add(Icons.TICK.create());
            } else {
                mark.setText(Integer.toString(step + 1));
            }
            if (step == current) {
                item.getElement().setAttribute("aria-current", "step");
            } else {
                item.getElement().removeAttribute("aria-current");
            }
        }
    }
}
