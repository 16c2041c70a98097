package app.rollcall.job.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.security.Actor;
import app.rollcall.ui.JobOnScreen;
import app.rollcall.ui.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tells a person, on whatever page they are, that a job they started is over (MA-14); not where they see it anyway. */
final class EndNotice {

    private final Actor actor;
    private final Consumer<JobProgress> open;
    private final Set<Long> running = new HashSet<>();

    EndNotice(Actor actor, Consumer<JobProgress> open) {
        this.actor = actor;
        this.open = open;
    }

    /** These are the jobs now. One that was seen running and is over has ended since. */
    void look(Component words, List<JobProgress> jobs) {
        for (JobProgress job : jobs) {
            if (TrayPart.mine(actor, job) && !job.state().ended()) {
                running.add(job.id());
            } else if (running.remove(job.id()) && !JobOnScreen.shows(UI.getCurrent(), job.id())) {
                tell(words, job);
            }
        }
    }

    private void tell(Component words, JobProgress job) {
        String results = words.getTranslation("job.notice.results");
        switch (job.state()) {
            case COMPLETED ->
                Notices.done(words.getTranslation("job.notice.done", job.title()), results, () -> open.accept(job));
            case COMPLETED_WITH_ERRORS ->
                Notices.done(
                        words.getTranslation("job.notice.errors", job.title(), job.failed()),
                        results,
                        () -> open.accept(job));
            case FAILED -> Notices.alert(words.getTranslation("job.notice.failed", job.title()));
            case PREPARING, REVIEW, QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION, CANCELLED -> {}
        }
    }
}
