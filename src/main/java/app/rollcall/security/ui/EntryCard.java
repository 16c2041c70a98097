package app.rollcall.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** The card that the pages before sign-in are made of: the logo, a heading, a line below it, and what the page adds. */
public final class EntryCard extends Main {

    private final Section form;

    public EntryCard(String heading, String below) {
        addClassName("rc-si-card");
        Div brand = new Div(getTranslation("security.brand"));
        brand.addClassName("rc-si-brand");
        Paragraph quiet = new Paragraph(below);
        quiet.addClassName("rc-si-below");
        form = new Section(brand, new H1(heading), quiet);
        form.addClassName("rc-si-form");
        add(form);
    }

    public void addToForm(Component... parts) {
        form.add(parts);
    }

    /** A sentence in a coloured box; read out at once. */
    public static Div note(String text, String hue) {
        Div note = new Div(text);
        note.addClassNames("rc-si-note", "rc-si-" + hue);
        note.getElement().setAttribute("role", "alert");
        return note;
    }

    public static Paragraph hint(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassName("rc-si-hint");
        return hint;
    }

    public static NativeButton submit(String text) {
        NativeButton button = new NativeButton(text);
        button.getElement().setAttribute("type", "submit");
        button.addClassName("rc-si-submit");
        return button;
    }
}
