package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in the job tray when it is open: how many jobs there are, each one, and the way to all. */
final class TrayJobs {

    private final Popover popover;
    private final JobActions actions;
    private final Span summary = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Span nothing;
    private final Map<Long, JobRow> rows = new HashMap<>();

    /** Puts itself into the tray. */
    TrayJobs(Popover popover, JobActions actions) {
        this.popover = popover;
        this.actions = actions;
        Span title = new Span(popover.getTranslation("ui.tray.title"));
        title.addClassName("b");
        summary.addClassName("caption");
        nothing = new Span(popover.getTranslation("ui.tray.nothing"));
        nothing.addClassName("nothing");
        Div head = new Div(title, summary);
        head.addClassName("head-line");
        popover.add(head, nothing, list, foot());
    }

    void show(List<JobProgress> jobs, Instant now) {
        long running = jobs.stream().filter(JobTray::runs).count();
        long attention = JobTray.needy(jobs);
        nothing.setVisible(jobs.isEmpty());
        summary.setText(
                attention == 0
                        ? popover.getTranslation("ui.tray.running", running)
                        : popover.getTranslation("ui.tray.running.attention", running, attention));
        Set<Long> gone = new HashSet<>(rows.keySet());
        for (int at = 0; at < jobs.size(); at++) {
            JobProgress job = jobs.get(at);
            gone.remove(job.id());
            JobRow row = rows.computeIfAbsent(job.id(), id -> new JobRow(actions, this::open));
            if (list.getElement().indexOfChild(row.getElement()) != at) {
                row.getElement().removeFromParent();
                list.getElement().insertChild(at, row.getElement());
            }
            row.show(job, now);
        }
        gone.forEach(id -> list.remove(rows.remove(id)));
    }

    private void open(JobProgress job) {
        popover.close();
        actions.open(job);
    }

    private Div foot() {
        Span promise = new Span(popover.getTranslation("ui.tray.promise"));
        promise.addClassName("caption");
        Button all = new Button(popover.getTranslation("ui.tray.all"), _ -> {
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
