package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.popover.PopoverVariant;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of the whole organisation, the same for everybody: how far they are in the header, each one in the list behind it.
 * It shows what it is given and knows no service.
 */
public final class JobTray extends Composite<Div> {

    private final transient Supplier<Instant> clock;
    private final Popover popover = new Popover();
    private final TrayButton button = new TrayButton();
    private transient List<JobProgress> shown = List.of();
    private transient @Nullable TrayJobs list;

    /**
     * @param clock the time that ended jobs are told by
     * @param actions what can be done with a job
     */
    public JobTray(Supplier<Instant> clock, JobActions actions) {
        this.clock = clock;
        // What is behind the button is made when it is pressed first: most never do.
        button.addClickListener(_ -> {
            if (list == null) {
                list = new TrayJobs(popover, actions);
                list.show(shown, clock.get());
            }
        });
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
        shown = List.copyOf(jobs);
        button.show(jobs.stream().filter(JobTray::runs).toList(), needy(jobs));
        if (list != null) {
            list.show(shown, clock.get());
        }
    }

    static boolean runs(JobProgress job) {
        return job.state() == JobState.PREPARING || job.state() == JobState.QUEUED || job.state() == JobState.RUNNING;
    }

    /** How many need somebody. */
    static long needy(List<JobProgress> jobs) {
        return jobs.stream()
                .filter(job -> job.state() == JobState.NEEDS_ATTENTION)
                .count();
    }
}
