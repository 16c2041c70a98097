package app.rollcall.job.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.security.Actor;
import app.rollcall.ui.CancelJobDialog;
import app.rollcall.ui.JobActions;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** Leads every command to the feature whose kind of job it is. */
final class JobSteering implements JobActions {

    private final List<JobNavigation> screens;
    private final Actor actor;

    JobSteering(List<JobNavigation> screens, Actor actor) {
        this.screens = screens;
        this.actor = actor;
    }

    @Override
    public void open(JobProgress job) {
        of(job).ifPresent(screen -> UI.getCurrent().navigate(screen.path(job.id())));
    }

    @Override
    public void pause(JobProgress job, Component control) {
        steer(job, control, (screen, id) -> screen.pause(actor, id));
    }

    @Override
    public void resume(JobProgress job, Component control) {
        steer(job, control, (screen, id) -> screen.resume(actor, id));
    }

    @Override
    public void cancel(JobProgress job, Component control) {
        CancelJobDialog.ask(control, job, () -> steer(job, control, (screen, id) -> screen.cancel(actor, id)));
    }

    private void steer(JobProgress job, Component control, BiFunction<JobNavigation, Long, Mono<Void>> command) {
        of(job).ifPresent(screen -> UiTask.run(
                control, command.apply(screen, job.id()), () -> {}, failure -> screen.sentence(control, failure)));
    }

    @Override
    public void all() {
        UI.getCurrent().navigate(JobsView.class);
    }

    private Optional<JobNavigation> of(JobProgress job) {
        return screens.stream()
                .filter(screen -> screen.kind().equals(job.kind()))
                .findFirst();
    }
}
