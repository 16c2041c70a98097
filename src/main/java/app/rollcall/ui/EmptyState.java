package app.rollcall.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Nothing is there: one line of fact, one of cause, and the buttons that mend it. */
public final class EmptyState extends Div {

    public EmptyState(Icons icon, String fact, String cause, Button... remedies) {
        addClassName("empty");
        Span picture = new Span(icon.create());
        picture.addClassName("em");
        Paragraph title = new Paragraph(fact);
        title.addClassName("fact");
        Paragraph text = new Paragraph(cause);
        text.addClassName("cause");
        Div row = new Div(remedies);
        row.addClassName("row");
        add(picture, title, text, row);
    }
}
