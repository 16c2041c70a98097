package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.ui.CancelJobDialog;
import app.rollcall.ui.Figures;
import app.rollcall.ui.Icons;
import app.rollcall.ui.JobWords;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Note;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.ProgressLine;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** While the confirmed rows are applied: the same bar and numbers as in every tray (LV-03), what failed so far, and how to stop it. */
final class RunStep extends StepPanel {

    private final transient Imports imports;
    private final transient Actor actor;
    private final transient ImportId id;
    private final transient Clock clock;
    private final transient Runnable close;
    private final Span percent = new Span();
    private final Span rows = new Span();
    private final Span pace = new Span();
    private final Span starter = new Span();
    private final ProgressLine bar;
    private final Figures figures = new Figures();
    private final Div notes = new Div();
    private final FailedPart failed;
    private final Button toggle = new Button();
    private final Button cancel = new Button();
    private @Nullable JobProgress shown;

    RunStep(ImportId id, Imports imports, FailedRows failedRows, Actor actor, Clock clock, Runnable close) {
        super(id);
        this.imports = imports;
        this.actor = actor;
        this.id = id;
        failed = new FailedPart(failedRows, true);
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
        notes.addClassName("notes");
        add(head, bar, figures, notes, failed);
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
        JobProgress job = current.job();
        if (shown == null || shown.state() != job.state()) {
            turned(job.state());
        }
        shown = job;
        percent.setText(getTranslation("invite.percent", (int) Math.floor(job.share() * 100)));
        rows.setText(getTranslation("invite.rows_of", job.done() + job.failed(), job.total()));
        pace.setText(job.state() == JobState.RUNNING ? ImportWords.pace(this, job) : JobWords.state(this, job.state()));
        bar.show(
                job.share(),
                switch (job.state()) {
                    case NEEDS_ATTENTION -> "amber";
                    case PAUSED -> "quiet";
                    default -> "accent";
                });
        failed.update(current);
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

    private void turned(JobState state) {
        notes.removeAll();
        notes.add(
                switch (state) {
                    case PAUSED -> new Note(Note.Tone.BLUE, getTranslation("invite.paused"));
                    case NEEDS_ATTENTION -> new Note(Note.Tone.AMBER, getTranslation("invite.attention"));
                    default -> new Note(Note.Tone.BLUE, getTranslation("invite.goes_on.long"));
                });
        boolean runs = state == JobState.QUEUED || state == JobState.RUNNING;
        boolean attention = state == JobState.NEEDS_ATTENTION;
        toggle.setText(
                runs
                        ? getTranslation("invite.pause")
                        : attention ? getTranslation("invite.try_again") : getTranslation("invite.resume"));
        toggle.setIcon(runs ? Icons.PAUSE.create() : attention ? Icons.RESET.create() : Icons.PLAY.create());
        cancel.setText(attention ? getTranslation("invite.stop_here") : getTranslation("invite.cancel_import"));
    }

    private void toggle() {
        boolean runs = shown != null && (shown.state() == JobState.QUEUED || shown.state() == JobState.RUNNING);
        send(toggle, runs ? imports.pause(actor, id) : imports.resume(actor, id));
    }

    private void cancel() {
        if (shown != null) {
            CancelJobDialog.ask(this, shown, () -> send(cancel, imports.cancel(actor, id)));
        }
    }

    private void send(Button control, Mono<Void> command) {
        UiTask.run(control, command, () -> {}, failure -> ResultWords.failed(this, failure));
    }

    @Override
    Component[] foot() {
        starter.addClassName("row");
        toggle.setId("pause");
        toggle.addClickListener(_ -> toggle());
        cancel.setId("cancel-import");
        cancel.addClassName("danger");
        cancel.addClickListener(_ -> cancel());
        Button button = new Button(getTranslation("invite.close_let_run"), _ -> close.run());
        button.setId("close-let-run");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {starter, right(toggle, cancel, button)};
    }
}
