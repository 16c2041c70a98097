package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Search as one types: its value changes a quarter of a second after the last key. The key "/" goes to it from anywhere. */
public final class SearchField extends TextField {

    private static final int PAUSE_MILLISECONDS = 250;

    /** @param placeholder what can be searched, also its name for a screen reader */
    public SearchField(String placeholder) {
        setPlaceholder(placeholder);
        setAriaLabel(placeholder);
        addClassName("search");
        setClearButtonVisible(true);
        setPrefixComponent(Icons.SEARCH.create());
        Span key = new Span("/");
        key.addClassName("kbd");
        key.getElement().setAttribute("aria-hidden", "true");
        setSuffixComponent(key);
        getElement().setAttribute("data-key", "/");
        getElement().setAttribute("autocomplete", "off");
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLISECONDS);
    }
}
