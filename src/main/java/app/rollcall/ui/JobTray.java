package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.popover.PopoverVariant;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The jobs of the whole organisation, the same for everybody: how far they are in the header, each one in the list behind it.
 * It shows what it is given and knows no service.
 */
public final class JobTray extends Composite<Div> {

    private final transient JobActions actions;
    private final transient Supplier<Instant> clock;
    private final Popover popover = new Popover();
    private final TrayButton button = new TrayButton();
    private final Span summary = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Span nothing = new Span(getTranslation("ui.tray.nothing"));
    private final Map<Long, JobRow> rows = new HashMap<>();

    /**
     * @param clock the time that ended jobs are told by
     * @param actions what can be done with a job
     */
    public JobTray(Supplier<Instant> clock, JobActions actions) {
        this.actions = actions;
        this.clock = clock;
        Span title = new Span(getTranslation("ui.tray.title"));
        title.addClassName("b");
        summary.addClassName("caption");
        nothing.addClassName("nothing");
        Div head = new Div(title, summary);
        head.addClassName("head-line");
        popover.add(head, nothing, list, foot());
        popover.addClassName("jobs");
        popover.addThemeVariants(PopoverVariant.NO_PADDING);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("ui.tray.title"));
        popover.setTarget(button);
        getContent().addClassName("job-tray");
        getContent().add(button);
        show(List.of());
    }

    /** Replaces what is shown, row by row in place. The order is the caller's: the newest first, as a rule. */
    public void show(List<JobProgress> jobs) {
        long attention = jobs.stream().filter(JobTray::needsSomebody).count();
        List<JobProgress> running = jobs.stream().filter(JobTray::runs).toList();
        button.show(running, attention);
        nothing.setVisible(jobs.isEmpty());
        summary.setText(
                attention == 0
                        ? getTranslation("ui.tray.running", running.size())
                        : getTranslation("ui.tray.running.attention", running.size(), attention));
        Set<Long> gone = new HashSet<>(rows.keySet());
        for (int at = 0; at < jobs.size(); at++) {
            JobProgress job = jobs.get(at);
            gone.remove(job.id());
            JobRow row = rows.computeIfAbsent(job.id(), id -> new JobRow(actions, this::open));
            if (list.getElement().indexOfChild(row.getElement()) != at) {
                row.getElement().removeFromParent();
                list.getElement().insertChild(at, row.getElement());
            }
            row.show(job, clock.get());
        }
        gone.forEach(id -> list.remove(rows.remove(id)));
    }

    private void open(JobProgress job) {
        popover.close();
        actions.open(job);
    }

    static boolean runs(JobProgress job) {
        return job.state() == JobState.PREPARING || job.state() == JobState.QUEUED || job.state() == JobState.RUNNING;
    }

    private static boolean needsSomebody(JobProgress job) {
        return job.state() == JobState.NEEDS_ATTENTION;
    }

    private Div foot() {
        Span promise = new Span(getTranslation("ui.tray.promise"));
        promise.addClassName("caption");
        Button all = new Button(getTranslation("ui.tray.all"), _ -> {
            popover.close();
            actions.all();
        });
        all.setId("all-jobs");
        all.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        all.addClassName("link");
        Div foot = new Div(all, promise);
        foot.addClassName("foot-line");
        return foot;
    }
}
