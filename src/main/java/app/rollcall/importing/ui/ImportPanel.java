package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Step;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.SlowPoll;
import app.rollcall.ui.Steps;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One import from its file to its result, wherever it stands: it shows the step that the database says, so that everybody
 * who opens it sees the same, and goes on by itself as commits come in.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ImportPanel extends Div {

    private final transient Imports imports;
    private final transient LiveEvents live;
    private final transient Actor actor;
    private final transient Clock clock;
    private final transient Sinks.Many<ImportId> opened = Sinks.many().replay().latest();
    private final transient Sinks.Many<LiveEvent> again =
            Sinks.many().multicast().directBestEffort();
    private final Span caption = new Span();
    private final Steps steps;
    private final Div foot = new Div();
    private final Div body = new Div();
    private Runnable done = () -> {};
    private @Nullable StepPanel shown;

    ImportPanel(Imports imports, LiveEvents live, CurrentActor current, Clock clock) {
        this.imports = imports;
        this.live = live;
        this.actor = current.get();
        this.clock = clock;
        setId("import");
        addClassName("import");
        caption.addClassNames("file-name", "mono", "cut");
        steps = new Steps(
                getTranslation("invite.steps"),
                List.of(
                        getTranslation("invite.step.add"),
                        getTranslation("invite.step.check"),
                        getTranslation("invite.step.import"),
                        getTranslation("invite.step.result")));
        body.addClassName("import-body");
        foot.addClassName("import-foot");
        add(body);
        restart();
        FluxBinding.state(this, this::states, this::show);
        SlowPoll.onPoll(this, () -> again.tryEmitNext(new LiveEvent.Resync()));
    }

    Component caption() {
        return caption;
    }

    Component steps() {
        return steps;
    }

    Component foot() {
        return foot;
    }

    /** What to do when the person is through with it. */
    void onDone(Runnable done) {
        this.done = done;
    }

    /** Shows an import that exists. */
    void open(ImportId id) {
        opened.tryEmitNext(id);
    }

    private Flux<Import> states() {
        return opened.asFlux()
                .switchMap(id -> Flux.merge(
                                live.of(LiveEvent.JobChanged.class).filter(event -> concerns(event, id)),
                                again.asFlux(),
                                Flux.just(new LiveEvent.Resync()))
                        .onBackpressureLatest()
                        .concatMap(_ -> imports.find(actor, id), 0));
    }

    private static boolean concerns(LiveEvent event, ImportId id) {
        return switch (event) {
            case LiveEvent.JobChanged(var job) -> job.id() == id.value();
            case LiveEvent.Resync _ -> true;
            case LiveEvent.LearnersChanged _ -> false;
        };
    }

    private void show(Import current) {
        caption.setText(current.fileName());
        steps.setCurrent(position(current));
        if (shown == null || !shown.shows(current)) {
            put(panel(current));
        }
        if (shown != null) {
            shown.update(current);
        }
    }

    private void put(StepPanel panel) {
        shown = panel;
        body.removeAll();
        foot.removeAll();
        body.add(panel);
        foot.add(panel.foot());
    }

    private static int position(Import current) {
        return switch (current.job().state()) {
            case PREPARING -> 1;
            case REVIEW -> 1;
            case QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION -> 2;
            case COMPLETED, COMPLETED_WITH_ERRORS -> 3;
            case FAILED, CANCELLED -> Step.of(current.job().step()) == Step.APPLYING ? 3 : 0;
        };
    }

    private StepPanel panel(Import current) {
        return switch (current.job().state()) {
            case PREPARING -> new ReadStep(current.id());
            case REVIEW -> new CheckStep(current.id(), imports, actor);
            case QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION -> new RunStep(current.id(), clock, () -> done.run());
            case COMPLETED, COMPLETED_WITH_ERRORS -> new ResultStep(current, imports, actor, clock, () -> done.run());
            case FAILED, CANCELLED -> new FailedStep(current, this::restart, () -> done.run());
        };
    }

    private void restart() {
        caption.setText("");
        steps.setCurrent(0);
        put(new AddStep(imports, actor, this::open, () -> done.run()));
    }
}
