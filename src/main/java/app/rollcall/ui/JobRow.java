package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One job of the tray: its state as a picture, title, who started it, bar, and two short sentences. */
final class JobRow extends ListItem {

    private final Span picture = new Span();
    private final Ring ring = Ring.running();
    private final Button title;
    private final Span starter = new Span();
    private final ProgressLine bar = new ProgressLine("");
    private final Span done = new Span();
    private final Span rest = new Span();
    private final Span reason = new Span();
    private final Span remedies = new Span();
    private final Span side = new Span();
    private final JobButtons buttons;
    private @Nullable JobProgress job;
    private @Nullable JobState drawn;

    JobRow(JobActions actions, Consumer<JobProgress> open) {
        addClassName("job");
        buttons = new JobButtons(actions);
        Button why = new Button(getTranslation("ui.job.see_why"), click -> {
            if (job != null) {
                open.accept(job);
            }
        });
        why.addThemeVariants(ButtonVariant.SMALL);
        why.addClassName("why");
        remedies.addClassNames("row", "remedies");
        remedies.add(why);
        picture.addClassName("picture");
        title = new Button("", click -> {
            if (job != null) {
                open.accept(job);
            }
        });
        title.addThemeVariants(ButtonVariant.TERTIARY);
        title.addClassName("title");
        starter.addClassName("starter");
        reason.addClassName("reason");
        done.addClassName("grow");
        Div line = new Div(done, rest);
        line.addClassNames("line", "caption");
        Div body = new Div(reason, bar, line, remedies);
        body.addClassName("body");
        side.addClassNames("row", "side");
        side.add(starter, buttons);
        add(picture, title, side, body);
    }

    void show(JobProgress next, Instant now) {
        JobWords words = new JobWords(this, next, now);
        if (job == null) {
            getElement().setAttribute("data-job", String.valueOf(next.id()));
            title.setText(next.title());
            bar.getElement().setAttribute("aria-label", next.title());
            if (next.startedByName() != null) {
                starter.add(PersonAvatar.of(next.startedByName(), PersonAvatar.Size.S));
            }
        }
        job = next;
        if (drawn != next.state()) {
            drawn = next.state();
            draw(next.state());
            boolean attention = next.state() == JobState.NEEDS_ATTENTION;
            remedies.setVisible(attention);
            (attention ? remedies : side).add(buttons);
        }
        buttons.show(next);
        ring.show(next.share());
        bar.show(next.share(), next.state() == JobState.PAUSED ? "quiet" : "accent");
        bar.setVisible(JobTray.runs(next) || next.state() == JobState.PAUSED);
        reason.setText(words.reason());
        reason.setVisible(!words.reason().isEmpty());
        done.setText(words.done());
        rest.setText(words.rest());
    }

    private void draw(JobState state) {
        picture.removeAll();
        getElement().setAttribute("data-state", state.code());
        picture.getElement().setAttribute("role", "img");
        picture.getElement().setAttribute("aria-label", JobWords.state(this, state));
        picture.add(
                switch (state) {
                    case PREPARING, QUEUED, RUNNING -> ring;
                    case REVIEW -> Icons.EYE.create();
                    case PAUSED -> Icons.PAUSE.create();
                    case NEEDS_ATTENTION, COMPLETED_WITH_ERRORS -> Icons.TRIANGLE.create();
                    case COMPLETED -> Icons.TICK_DISC.create();
                    case FAILED -> Icons.OCTAGON.create();
                    case CANCELLED -> Icons.BARRED.create();
                });
    }
}
