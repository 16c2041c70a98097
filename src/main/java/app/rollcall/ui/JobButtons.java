package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/**
 * The buttons that steer a job that is not over: pause or go on in one place, so that the focus stays where it was, and cancel.
 * A job that needs somebody has words instead of pictures. There are none for a job that nobody can steer.
 */
public final class JobButtons extends Span {

    private final transient JobActions actions;
    private final Button toggle = new Button();
    private final Button cancel = new Button();
    private @Nullable JobProgress job;
    private @Nullable JobState drawn;

    public JobButtons(JobActions actions) {
        this.actions = actions;
        addClassNames("row", "job-buttons");
        toggle.addClassName("toggle");
        toggle.addClickListener(_ -> turn());
        cancel.addClassName("cancel");
        cancel.addClickListener(_ -> {
            if (job != null) {
                actions.cancel(job, cancel);
            }
        });
        add(toggle, cancel);
        setVisible(false);
    }

    public void show(JobProgress next) {
        job = next;
        if (drawn != next.state()) {
            drawn = next.state();
            draw(next, next.state());
        }
    }

    private void turn() {
        if (job != null && pausable(job.state())) {
            actions.pause(job, toggle);
        } else if (job != null) {
            actions.resume(job, toggle);
        }
    }

    private void draw(JobProgress next, JobState state) {
        boolean attention = state == JobState.NEEDS_ATTENTION;
        setVisible(attention || pausable(state) || state == JobState.PAUSED);
        if (attention) {
            worded(toggle, getTranslation("ui.job.try_again"), true);
            worded(cancel, getTranslation("ui.job.stop_here"), false);
        } else if (pausable(state)) {
            pictured(toggle, Icons.PAUSE, getTranslation("ui.job.pause", next.title()));
            pictured(cancel, Icons.CROSS, getTranslation("ui.job.cancel", next.title()));
        } else {
            pictured(toggle, Icons.PLAY, getTranslation("ui.job.resume", next.title()));
            pictured(cancel, Icons.CROSS, getTranslation("ui.job.cancel", next.title()));
        }
    }

    private static boolean pausable(JobState state) {
        return state == JobState.QUEUED || state == JobState.RUNNING;
    }

    private static void worded(Button button, String words, boolean framed) {
        button.setIcon(null);
        button.setText(words);
        button.getElement().removeAttribute("aria-label");
        button.setTooltipText(null);
        button.removeThemeVariants(ButtonVariant.TERTIARY);
        button.addThemeVariants(ButtonVariant.SMALL);
        if (!framed) {
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
        button.removeClassNames("square", "quiet");
        button.setClassName("quiet", !framed);
    }

    private static void pictured(Button button, Icons icon, String words) {
        button.setText("");
        button.setIcon(icon.create());
        button.setAriaLabel(words);
        button.setTooltipText(words);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassNames("square", "quiet");
    }
}
