package app.rollcall.enrolment.ui;

import app.rollcall.course.CannotLimit;
import app.rollcall.course.Course;
import app.rollcall.course.Courses;
import app.rollcall.security.Actor;
import app.rollcall.security.Refused;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Optional;

/** Says how many people a course takes at most. */
final class SeatsDialog extends Dialog {

    private final transient Course course;
    private final transient Courses courses;
    private final transient Actor actor;
    private final IntegerField seats = new IntegerField();
    private final Button save = new Button();

    SeatsDialog(Course course, Courses courses, Actor actor) {
        this.course = course;
        this.courses = courses;
        this.actor = actor;
        setId("seats-dialog");
        addClassName("seats");
        setHeaderTitle(getTranslation("enrolment.seats.title"));
        seats.setId("seats");
        seats.setLabel(getTranslation("enrolment.seats.label"));
        seats.setHelperText(getTranslation("enrolment.seats.hint", course.taken()));
        seats.setMin(0);
        seats.setMax(Courses.MOST_SEATS);
        seats.setStepButtonsVisible(true);
        seats.setClearButtonVisible(true);
        seats.setAutofocus(true);
        seats.setValue(course.seats());
        seats.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(wrong())
                .setMinErrorMessage(wrong())
                .setMaxErrorMessage(wrong()));
        Button cancel = new Button(getTranslation("enrolment.cancel"), _ -> close());
        cancel.setId("seats-cancel");
        save.setId("seats-save");
        save.setText(getTranslation("enrolment.seats.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> save());
        add(seats);
        getFooter().add(cancel, save);
    }

    private void save() {
        if (seats.isInvalid()) {
            seats.focus();
            return;
        }
        UiTask.run(save, courses.limit(actor, course.id(), course.seats(), seats.getValue()), this::done, this::failed);
    }

    private void done() {
        close();
        Notices.done(
                seats.getValue() == null
                        ? getTranslation("enrolment.seats.unlimited", course.title())
                        : getTranslation("enrolment.seats.limited", course.title(), seats.getValue()));
    }

    private String wrong() {
        return getTranslation("enrolment.seats.out_of_range", Courses.MOST_SEATS);
    }

    private Optional<String> failed(Throwable failure) {
        return switch (failure) {
            case CannotLimit cannot ->
                Optional.of(getTranslation("enrolment.seats." + cannot.reason().code(), Courses.MOST_SEATS));
            case Refused _ -> Optional.of(getTranslation("enrolment.refused"));
            default -> Optional.empty();
        };
    }
}
