package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;

/** Words for those who do not see that none are needed: a heading over buttons, a picture's meaning. */
public final class Unseen {

    private Unseen() {}

    public static Span words(String text) {
        Span span = new Span(text);
        span.addClassName("sr");
        return span;
    }
}
