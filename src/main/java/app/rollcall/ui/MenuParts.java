package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** How an item of a menu looks: a picture and words. */
public final class MenuParts {

    private MenuParts() {}

    public static Component item(Icons icon, String text) {
        Span item = new Span(icon.create(), new Span(text));
        item.addClassName("menu-item");
        return item;
    }

    /** An item that takes something away. */
    public static Component danger(Icons icon, String text) {
        Component item = item(icon, text);
        item.addClassName("d");
        return item;
    }
}
