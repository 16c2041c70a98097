package app.rollcall.security.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import java.util.Map;

/** A label and a choice of a {@link PostForm}. */
public final class FormSelect extends Div {

    /**
     * @param options what is posted, with what is read, in order
     * @param chosen one of the options; another value chooses the first
     */
    public FormSelect(String name, String labelKey, String autocomplete, Map<String, String> options, String chosen) {
        NativeLabel label = new NativeLabel(getTranslation(labelKey));
        label.getElement().setAttribute("for", name);
        label.addClassName("rc-si-label");
        Select select = new Select();
        select.setId(name);
        select.getElement().setAttribute("name", name).setAttribute("autocomplete", autocomplete);
        options.forEach((value, text) -> select.add(new Option(value, text, value.equals(chosen))));
        Div box = new Div(select);
        box.addClassName("rc-si-field");
        add(label, box);
    }

    @Tag("select")
    private static final class Select extends HtmlContainer {}

    @Tag("option")
    private static final class Option extends HtmlComponent {

        Option(String value, String text, boolean chosen) {
            getElement().setAttribute("value", value).setText(text);
            if (chosen) {
                getElement().setAttribute("selected", "");
            }
        }
    }
}
