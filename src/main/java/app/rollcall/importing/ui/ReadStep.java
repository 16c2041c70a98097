package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Source;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import app.rollcall.ui.ProgressLine;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** While the file is read and the rows are checked. */
final class ReadStep extends StepPanel {

    private final Span what = new Span();
    private final Span how = new Span();
    private final ProgressLine bar;
    private final Span promise = new Span(getTranslation("invite.goes_on"));

    ReadStep(ImportId id) {
        super(id);
        addClassName("read-step");
        bar = new ProgressLine(getTranslation("invite.reading")).big();
        what.addClassName("b");
        what.setId("reading");
        how.addClassName("t2");
        Span head = new Span(what, how);
        head.addClassNames("row", "apart");
        add(head, bar);
    }

    @Override
    boolean shows(Import current) {
        return current.job().state() == JobState.PREPARING;
    }

    @Override
    void update(Import current) {
        Step step = current.step();
        boolean broken = step == Step.UPLOADING
                && current.sources().stream().anyMatch(source -> source.state() == Source.State.BROKEN_OFF);
        what.setText(
                switch (step) {
                    case UPLOADING -> getTranslation(broken ? "invite.broken_off" : "invite.uploading");
                    case READING -> getTranslation("invite.reading");
                    case CONFIRMING -> getTranslation("invite.confirming");
                    case ADDING, CHECKING, APPLYING -> getTranslation("invite.checking");
                });
        boolean reading = step == Step.READING;
        how.setText(
                reading
                        ? ImportWords.megabytes(
                                this, current.job().done(), current.job().total())
                        : broken ? getTranslation("invite.broken_off.how") : "");
        bar.setVisible(!broken);
        promise.setVisible(!broken);
        bar.setIndeterminate(!reading);
        if (reading) {
            bar.show(current.job().share(), "accent");
        }
    }

    @Override
    Component[] foot() {
        promise.addClassName("t2");
        return new Component[] {promise};
    }
}
