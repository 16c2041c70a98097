package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.Source;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import app.rollcall.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The file was refused, or the list thrown away: says why, and leads back to the start. */
final class FailedStep extends StepPanel {

    private final transient Import current;
    private final transient Readings readings;
    private final transient Runnable again;
    private final transient Runnable close;

    FailedStep(Import current, Readings readings, Runnable again, Runnable close) {
        super(current.id());
        this.current = current;
        this.readings = readings;
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
    boolean shows(Import now) {
        return switch (now.job().state()) {
            // Read another way, it may have been refused again.
            case FAILED, CANCELLED ->
                now.step() != Step.APPLYING
                        && Objects.equals(now.job().reason(), current.job().reason());
            default -> false;
        };
    }

    @Override
    void update(Import now) {
        // What is over for this reason does not change.
    }

    @Override
    Component[] foot() {
        Button other = new Button(getTranslation("invite.other_file"), _ -> again.run());
        other.setId("other-file");
        Button leave = new Button(getTranslation("invite.cancel"), _ -> close.run());
        leave.setId("cancel");
        return only().map(source -> new Component[] {right(leave, other, another(source))})
                .orElseGet(() -> {
                    other.addThemeVariants(ButtonVariant.PRIMARY);
                    return new Component[] {right(leave, other)};
                });
    }

    /** The file the list failed for, when another choice about reading it may help. */
    private Optional<Source> only() {
        List<Source> files = SourceList.files(current);
        return current.job().state() == JobState.FAILED && current.step() == Step.READING && files.size() == 1
                ? files.stream().filter(Readings::open).findFirst()
                : Optional.empty();
    }

    private Button another(Source source) {
        Button another = new Button(getTranslation("invite.reading.other"));
        another.setId("read-otherwise");
        another.addThemeVariants(ButtonVariant.PRIMARY);
        another.addClickListener(_ -> readings.show(another, current.id(), source));
        return another;
    }
}
