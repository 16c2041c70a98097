package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Matching;
import app.rollcall.importing.Options;
import app.rollcall.importing.Options.Invitations;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every row of a list. */
class OptionsDialogTest extends ImportPanelScene {

    @Test
    @DisplayName(
            "OM-34 A quiet line says what holds for the whole list, and a form changes it for everybody who looks on")
    void changed() {
        ImportId id = adding(GOOD);
        until(() -> assertThat(text(span("options-sum"))).isEqualTo("Invitations now · optional · no due date"));

        LocatorJ._click(button("change-options"));
        LocatorJ._setValue(this.<Invitations>radio("invitations"), Invitations.LATER);
        LocatorJ._setValue(this.<Boolean>radio("required"), true);
        LocatorJ._setValue(LocatorJ._get(DatePicker.class, spec -> spec.withId("due")), LocalDate.of(2027, 3, 1));
        LocatorJ._setValue(message(), "Welcome");
        assertThat(message().getHelperText()).isEqualTo("7 of 1,000 characters");
        LocatorJ._setValue(days(), 14);
        LocatorJ._click(button("save-options"));

        until(() -> assertThat(text(span("options-sum")))
                .isEqualTo("Invitations later · required · due Mar 1, 2027 · with a message · lapse after 14 days"));
        assertThat(found(id).options())
                .isEqualTo(new Options(
                        Invitations.LATER, true, LocalDate.of(2027, 3, 1), "Welcome", 14, Matching.DEFAULT));
        LocatorJ._assertNone(OptionsDialog.class);
    }

    @Test
    @DisplayName(
            "OM-46 The check shows the same line; a wrong number of days is told under its field and changes nothing")
    void wrong() {
        ImportId id = review(GOOD);
        until(() -> assertThat(text(span("options-sum"))).startsWith("Invitations now"));
        LocatorJ._click(button("change-options"));
        LocatorJ._setValue(days(), 366);
        LocatorJ._click(button("save-options"));

        assertThat(days().isInvalid()).isTrue();
        assertThat(days().getErrorMessage()).isEqualTo("Give a number of days from 1 to 365, or clear the field.");
        assertThat(found(id).options()).isEqualTo(Options.DEFAULT);
    }

    @Test
    @DisplayName("With nobody invited there is no message to write and nothing to lapse; the form says why")
    void nobody() {
        adding(GOOD);
        until(() -> LocatorJ._assertOne(OptionsLine.class));
        LocatorJ._click(button("change-options"));
        LocatorJ._setValue(this.<Invitations>radio("invitations"), Invitations.NONE);

        assertThat(message().isEnabled()).isFalse();
        assertThat(days().getHelperText()).isEqualTo("Nobody is invited by this list.");
    }

    @SuppressWarnings("unchecked")
    private <T> RadioButtonGroup<T> radio(String id) {
        return LocatorJ._get(RadioButtonGroup.class, spec -> spec.withId(id));
    }

    private static TextArea message() {
        return LocatorJ._get(TextArea.class, spec -> spec.withId("message"));
    }

    private static IntegerField days() {
        return LocatorJ._get(IntegerField.class, spec -> spec.withId("expires"));
    }
}
