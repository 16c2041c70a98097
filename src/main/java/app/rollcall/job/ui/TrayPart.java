package app.rollcall.job.ui;

import app.rollcall.job.Jobs;
import app.rollcall.live.JobProgress;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.HeaderPart;
import app.rollcall.ui.JobTray;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;

/** Puts the job tray into the header of whoever may see jobs: the same bars and numbers for all (LV-03). */
@org.springframework.stereotype.Component
class TrayPart implements HeaderPart {

    private final Jobs jobs;
    private final LiveEvents live;
    private final CurrentActor current;
    private final Clock clock;
    private final List<JobNavigation> screens;

    TrayPart(Jobs jobs, LiveEvents live, CurrentActor current, Clock clock, List<JobNavigation> screens) {
        this.jobs = jobs;
        this.live = live;
        this.current = current;
        this.clock = clock;
        this.screens = screens;
    }

    @Override
    public Component get() {
        Actor actor = current.get();
        if (!actor.may(Permission.SEE_JOBS)) {
            return new Span();
        }
        JobSteering steering = new JobSteering(screens, actor);
        JobTray tray = new JobTray(clock::instant, steering);
        EndNotice ends = new EndNotice(actor, steering::open);
        FluxBinding.tide(tray, () -> shown(actor), jobs -> {
            tray.show(jobs);
            ends.look(tray, jobs);
        });
        return tray;
    }

    /** Read once, then moved on by the states that are announced; read anew when something may have been missed. */
    private Flux<List<JobProgress>> shown(Actor actor) {
        boolean all = actor.may(Permission.SEE_ALL_JOBS);
        return Flux.merge(live.of(LiveEvent.JobChanged.class), Flux.<LiveEvent>just(new LiveEvent.Resync()))
                .concatMap(event -> switch (event) {
                    case LiveEvent.Resync _ -> jobs.tray(actor).collectList().map(TrayList::read);
                    case LiveEvent.JobChanged(var job) when all || mine(actor, job) -> Flux.just(TrayList.one(job));
                    case LiveEvent.JobChanged _,
                            LiveEvent.LearnersChanged _,
                            LiveEvent.CourseChanged _,
                            LiveEvent.MailChanged _,
                            LiveEvent.PresenceChanged _,
                            LiveEvent.SessionsEnded _ -> Flux.empty();
                })
                .scan(TrayList.EMPTY, TrayList::then)
                .map(TrayList::jobs);
    }

    static boolean mine(Actor actor, JobProgress job) {
        Long by = job.startedBy();
        return by != null && by == actor.id().value();
    }
}
