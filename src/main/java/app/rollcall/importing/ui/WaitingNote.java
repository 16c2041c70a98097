package app.rollcall.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** Says that rows came or went that are not shown yet, and shows them when pressed. */
final class WaitingNote extends Div {

    private final Button show = new Button(getTranslation("invite.waiting"));

    WaitingNote() {
        addClassName("waiting");
        getElement().setAttribute("role", "status");
        show.setId("show-waiting");
        show.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        show.addClassName("link");
        show.setVisible(false);
        add(show);
    }

    void onShow(Runnable shown) {
        show.addClickListener(_ -> shown.run());
    }

    void setWaiting(boolean waiting) {
        show.setVisible(waiting);
    }
}
