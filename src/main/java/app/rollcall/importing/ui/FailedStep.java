package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.live.JobState;
import app.rollcall.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** The file was refused, or the list thrown away: says why, and leads back to the start. */
final class FailedStep extends StepPanel {

    private final transient Runnable again;
    private final transient Runnable close;

    FailedStep(Import current, Runnable again, Runnable close) {
        super(current.id());
        this.again = again;
        this.close = close;
        Note note = current.job().state() == JobState.CANCELLED
                ? new Note(Note.Tone.BLUE, getTranslation("invite.discarded"))
                : new Note(
                        Note.Tone.RED, ImportWords.refused(this, current.job().reason()));
        note.setId("refused");
        note.getElement().setAttribute("role", "alert");
        add(note);
    }

    @Override
    boolean shows(Import current) {
        return switch (current.job().state()) {
            case FAILED, CANCELLED -> true;
            default -> false;
        };
    }

    @Override
    void update(Import current) {
        // What is over does not change.
    }

    @Override
    Component[] foot() {
        Button other = new Button(getTranslation("invite.other_file"), _ -> again.run());
        other.setId("other-file");
        other.addThemeVariants(ButtonVariant.PRIMARY);
        Button leave = new Button(getTranslation("invite.cancel"), _ -> close.run());
        leave.setId("cancel");
        return new Component[] {right(leave, other)};
    }
}
