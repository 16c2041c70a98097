package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Matching;
import app.rollcall.importing.Matching.Key;
import app.rollcall.importing.Matching.Mode;
import app.rollcall.importing.Options;
import app.rollcall.importing.Options.Invitations;
import app.rollcall.importing.Step;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every row of a list. */
class OptionsDialogTest extends ImportPanelScene {

    private static final String MATCHED = " · matched by email, then employee ID · new people only";

    @Test
    @DisplayName(
            "OM-34 A quiet line says what holds for the whole list, and a form changes it for everybody who looks on")
    void changed() {
        ImportId id = adding(GOOD);
        until(() ->
                assertThat(text(span("options-sum"))).isEqualTo("Invitations now · optional · no due date" + MATCHED));

        LocatorJ._click(button("change-options"));
        LocatorJ._setValue(this.<Invitations>radio("invitations"), Invitations.LATER);
        LocatorJ._setValue(this.<Boolean>radio("required"), true);
        LocatorJ._setValue(LocatorJ._get(DatePicker.class, spec -> spec.withId("due")), LocalDate.of(2027, 3, 1));
        LocatorJ._setValue(message(), "Welcome");
        assertThat(message().getHelperText()).isEqualTo("7 of 1,000 characters");
        LocatorJ._setValue(days(), 14);
        LocatorJ._click(button("save-options"));

        until(() -> assertThat(text(span("options-sum")))
                .isEqualTo("Invitations later · required · due Mar 1, 2027 · with a message · lapse after 14 days"
                        + MATCHED));
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

    @Test
    @DisplayName(
            "MA-13 By which names people are looked for, in which order, and what the list may do to them, is chosen for the whole list")
    void matching() {
        ImportId id = review(GOOD);
        until(() -> LocatorJ._assertOne(OptionsLine.class));
        LocatorJ._click(button("change-options"));
        LocatorJ._setValue(checkbox("match-external_id"), true);
        LocatorJ._setValue(checkbox("match-employee_id"), false);
        LocatorJ._click(button("match-external_id-up"));
        LocatorJ._click(button("match-external_id-up"));
        assertThat(button("match-external_id-up").isEnabled()).isFalse();
        assertThat(text(LocatorJ._get(MatchByField.class))).contains("External ID is now number 1 of 4.");
        LocatorJ._setValue(this.<Mode>radio("mode"), Mode.UPSERT);
        LocatorJ._setValue(this.<Boolean>radio("blank"), true);
        LocatorJ._setValue(this.<Boolean>radio("edited"), true);
        LocatorJ._click(button("save-options"));

        until(() -> assertThat(found(id).options().matching())
                .isEqualTo(new Matching(List.of(Key.EXTERNAL_ID, Key.EMAIL), Mode.UPSERT, true, true)));
        reaches(id, Step.CHECKING);
        until(
                () -> assertThat(text(span("options-sum")))
                        .endsWith(
                                "matched by external ID, then email · new people and changes · empty cells erase · also what was edited by hand"));
    }

    @Test
    @DisplayName("MA-13 One name at least is needed; what has no effect in the chosen mode is off, and says why")
    void matchingNeeds() {
        ImportId id = adding(GOOD);
        until(() -> LocatorJ._assertOne(OptionsLine.class));
        LocatorJ._click(button("change-options"));
        assertThat(this.<Boolean>radio("blank").isEnabled()).isFalse();
        assertThat(this.<Boolean>radio("edited").getHelperText()).isEqualTo("This list changes nobody who is here.");
        LocatorJ._setValue(this.<Mode>radio("mode"), Mode.FILL);
        assertThat(this.<Boolean>radio("blank").getHelperText())
                .isEqualTo("Only where people who are here are changed.");
        assertThat(this.<Boolean>radio("edited").isEnabled()).isTrue();
        LocatorJ._setValue(checkbox("match-email"), false);
        LocatorJ._setValue(checkbox("match-employee_id"), false);
        LocatorJ._click(button("save-options"));

        assertThat(LocatorJ._get(MatchByField.class).isInvalid()).isTrue();
        assertThat(found(id).options()).isEqualTo(Options.DEFAULT);
    }

    private static Checkbox checkbox(String id) {
        return LocatorJ._get(Checkbox.class, spec -> spec.withId(id));
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
