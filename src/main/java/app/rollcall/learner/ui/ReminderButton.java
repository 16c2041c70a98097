package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Countdown;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;

/** Sends the reminder of a pending row at one press (EG-06). Until it can be sent its place says how long that is (EG-07). */
final class ReminderButton {

    private ReminderButton() {}

    static Component of(Component words, LearnerRow row, RowMenu.Actions actions) {
        SendOffer offer = SendOffer.of(row, actions);
        Span place = new Span();
        place.addClassNames("reminder", "t2", "xs");
        if (offer.now()) {
            place.add(button(words, row, offer, actions));
        } else if (offer.later()) {
            place.add(new Countdown(words.getTranslation("learner.remind.soon", "{0}"), offer.left(), () -> {
                place.removeAll();
                place.add(button(words, row, offer, actions));
            }));
        } else {
            place.setText(words.getTranslation("learner.remind." + offer.what()));
        }
        return place;
    }

    private static Button button(Component words, LearnerRow row, SendOffer offer, RowMenu.Actions actions) {
        Button button = new Button(words.getTranslation("learner.remind." + offer.what()));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("data-remind", String.valueOf(row.id().value()));
        button.setAriaLabel(words.getTranslation("learner.remind.whom", button.getText(), row.name()));
        button.addClickListener(_ -> actions.send(row, button));
        return button;
    }
}
