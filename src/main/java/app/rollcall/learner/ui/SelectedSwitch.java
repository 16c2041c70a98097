package app.rollcall.learner.ui;

import app.rollcall.ui.Icons;
import app.rollcall.ui.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;

/** What turns Selected mode on and off: a switch in the page's head, and on a phone a button among its tools. */
final class SelectedSwitch {

    private static final String KEY = "data-key";

    private final Checkbox toggle = new Checkbox();
    private final Button onPhone = new Button(Icons.TICK_DISC.create());

    SelectedSwitch(String label, Consumer<Boolean> turned) {
        toggle.setId("selected-toggle");
        toggle.setLabel(label);
        toggle.addClassNames("switch", "wide");
        toggle.addValueChangeListener(change -> {
            show(change.getValue());
            turned.accept(change.getValue());
        });
        onPhone.setId("selected-toggle-phone");
        onPhone.setAriaLabel(label);
        onPhone.addClassName("narrow");
        onPhone.addClickListener(_ -> toggle.setValue(!toggle.getValue()));
        show(false);
    }

    void addTo(Page page) {
        page.actions(toggle);
        page.tools(onPhone);
    }

    boolean on() {
        return toggle.getValue();
    }

    private void show(boolean on) {
        onPhone.setClassName("on", on);
        onPhone.getElement().setAttribute("aria-pressed", String.valueOf(on));
        // What the Escape key presses.
        if (on) {
            toggle.getElement().setAttribute(KEY, "Escape");
        } else {
            toggle.getElement().removeAttribute(KEY);
        }
    }
}
