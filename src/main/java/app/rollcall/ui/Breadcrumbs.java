package app.rollcall.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Where the screen is, as an ordered list; Vaadin's own breadcrumbs are still experimental. */
final class Breadcrumbs extends Nav {

    private final OrderedList list = new OrderedList();

    Breadcrumbs() {
        addClassNames("crumbs", "wide");
        setAriaLabel(getTranslation("ui.crumbs"));
        add(list);
    }

    void show(List<String> words) {
        list.removeAll();
        for (int at = 0; at < words.size(); at++) {
            ListItem item = new ListItem(new Span(words.get(at)));
            if (at == words.size() - 1) {
                item.getElement().setAttribute("aria-current", "page");
            } else {
                item.add(Icons.CHEVRON_RIGHT.create());
            }
            list.add(item);
        }
    }
}
