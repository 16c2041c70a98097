package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.live.JobState;
import app.rollcall.ui.Figures;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Note;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.ProgressLine;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;

/** While the confirmed rows are applied: the same bar and numbers as in every tray (LV-03). */
final class RunStep extends StepPanel {

    private final transient Clock clock;
    private final transient Runnable close;
    private final Span percent = new Span();
    private final Span rows = new Span();
    private final Span pace = new Span();
    private final Span starter = new Span();
    private final ProgressLine bar;
    private final Figures figures = new Figures();

    RunStep(ImportId id, Clock clock, Runnable close) {
        super(id);
        this.clock = clock;
        this.close = close;
        addClassName("run-step");
        percent.addClassName("big-number");
        percent.setId("percent");
        rows.addClassName("t2");
        rows.setId("rows-done");
        pace.addClassNames("t2", "num");
        pace.setId("pace");
        bar = new ProgressLine(getTranslation("invite.step.import")).big();
        Span left = new Span(percent, rows);
        left.addClassName("row");
        Span head = new Span(left, pace);
        head.addClassNames("row", "apart");
        figures.add("successful", getTranslation("invite.figure.successful"), Icons.TICK_DISC, "green")
                .add("invited", getTranslation("invite.figure.invited"), Icons.ENVELOPE, "plain")
                .add("enrolled", getTranslation("invite.figure.enrolled"), Icons.COURSE, "plain")
                .add("skipped", getTranslation("invite.figure.skipped"), Icons.TRIANGLE, "amber")
                .add("failed", getTranslation("invite.figure.failed"), Icons.OCTAGON, "red");
        add(head, bar, figures, new Note(Note.Tone.BLUE, getTranslation("invite.goes_on.long")));
    }

    @Override
    boolean shows(Import current) {
        return switch (current.job().state()) {
            case QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION -> true;
            default -> false;
        };
    }

    @Override
    void update(Import current) {
        var job = current.job();
        percent.setText(getTranslation("invite.percent", (int) Math.floor(job.share() * 100)));
        rows.setText(getTranslation("invite.rows_of", job.done() + job.failed(), job.total()));
        pace.setText(ImportWords.pace(this, job));
        bar.show(job.share(), job.state() == JobState.NEEDS_ATTENTION ? "amber" : "accent");
        figures.set("successful", current.successful());
        figures.set("invited", current.invited());
        figures.set("enrolled", current.enrolled());
        figures.set("skipped", current.skipped());
        figures.set("failed", job.failed());
        starter.removeAll();
        String name = job.startedByName();
        if (name != null) {
            String when = Moments.of(this, clock.instant()).tell(job.createdAt());
            Span words = new Span(getTranslation("invite.started_by", name, when));
            words.addClassName("t2");
            starter.add(PersonAvatar.of(name, PersonAvatar.Size.S), words);
        }
    }

    @Override
    Component[] foot() {
        starter.addClassName("row");
        Button button = new Button(getTranslation("invite.close_let_run"), _ -> close.run());
        button.setId("close-let-run");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {starter, right(button)};
    }
}
