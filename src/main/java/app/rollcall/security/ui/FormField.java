package app.rollcall.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;

/** A label and a field of a {@link PostForm}. What is typed stays in the browser until the form is posted. */
public class FormField extends Div {

    private final TextInput input = new TextInput();
    private final Div box = new Div(input);

    public FormField(String name, String labelKey, String autocomplete) {
        NativeLabel label = new NativeLabel(getTranslation(labelKey));
        label.getElement().setAttribute("for", name);
        label.addClassName("rc-si-label");
        input.setId(name);
        attribute("name", name);
        attribute("autocomplete", autocomplete);
        attribute("required", "");
        box.addClassName("rc-si-field");
        add(label, box);
    }

    /** An email field. */
    public static FormField email(String name, String labelKey) {
        FormField field = new FormField(name, labelKey, "username");
        field.attribute("type", "email");
        field.attribute("maxlength", "254");
        field.attribute("autocapitalize", "off");
        field.attribute("spellcheck", "false");
        return field;
    }

    public final void attribute(String name, String value) {
        input.getElement().setAttribute(name, value);
    }

    public final void focus() {
        input.focus();
    }

    /** At the end of the label's line, reached after the field: a way out of having to fill it in. */
    final void beside(Component way) {
        addClassName("rc-si-with-way");
        add(way);
    }

    /** The frame that looks like the field: what stands beside the text goes in here. */
    final Div box() {
        return box;
    }

    @Tag("input")
    private static final class TextInput extends HtmlComponent implements Focusable<TextInput> {}
}
