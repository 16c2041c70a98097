package app.rollcall.importing.ui;

import app.rollcall.importing.Beforehand;
import app.rollcall.importing.FormerImports;
import app.rollcall.importing.Import;
import app.rollcall.importing.ImportFailures;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportProperties;
import app.rollcall.importing.ImportRows;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Item;
import app.rollcall.importing.Items;
import app.rollcall.importing.ReadingPresets;
import app.rollcall.importing.Step;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.JobOnScreen;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.SlowPoll;
import app.rollcall.ui.Steps;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.function.Consumer;
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
    private final transient ImportRows rows;
    private final transient ImportFailures failures;
    private final int tableMax;
    private final transient Readings readings;
    private final transient LiveEvents live;
    private final transient SearchedItems<Item> items;
    private final transient Actor actor;
    private final transient Clock clock;
    private final transient Sinks.Many<ImportId> opened = Sinks.many().replay().latest();
    private final transient Sinks.Many<LiveEvent> polled =
            Sinks.many().multicast().directBestEffort();
    private final transient JobOnScreen onScreen = new JobOnScreen(this);
    private final AgainNote again;
    private final Span caption = new Span();
    private final Steps steps;
    private final Div foot = new Div();
    private final Div body = new Div();
    private Runnable done = () -> {};
    private Consumer<ImportId> begun = _ -> {};
    private @Nullable StepPanel shown;
    private @Nullable ImportId id;
    private boolean onPage;
    private transient Beforehand decided = Beforehand.NOTHING;

    ImportPanel(
            Imports imports,
            ImportRows rows,
            ImportFailures failures,
            FormerImports former,
            ImportProperties properties,
            Items items,
            ReadingPresets presets,
            LiveEvents live,
            CurrentActor current,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.failures = failures;
        this.tableMax = properties.failureTableMax();
        this.live = live;
        this.actor = current.get();
        this.readings = new Readings(imports, presets, actor);
        this.clock = clock;
        this.again = new AgainNote(former, actor, clock);
        this.items = new SearchedItems<>(
                item -> item.type() + " " + item.code(),
                (text, offset, limit) -> items.find(actor, text, offset, limit),
                text -> items.count(actor, text));
        setId("import");
        addClassName("import");
        caption.addClassNames("file-name", "mono", "cut");
        steps = ImportSteps.of(this);
        body.addClassName("import-body");
        foot.addClassName("import-foot");
        add(body);
        restart();
        FluxBinding.state(this, this::states, this::show);
        SlowPoll.onPoll(this, () -> polled.tryEmitNext(new LiveEvent.Resync()));
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

    /** This is the import's own page, which shows whatever there is. */
    void onPage() {
        onPage = true;
    }

    /** What to do when the list exists and has an address. */
    void onBegun(Consumer<ImportId> begun) {
        this.begun = begun;
    }

    /** A list that is begun here is one of this course (MA-10). */
    void ofCourse(String code) {
        decided = Beforehand.ofCourse(code);
        restart();
    }

    /** Shows an import that exists. */
    void open(ImportId id) {
        if (!id.equals(this.id)) {
            this.id = id;
            onScreen.show(id.value());
            opened.tryEmitNext(id);
            begun.accept(id);
        }
    }

    private Flux<Import> states() {
        return opened.asFlux()
                .switchMap(id -> Flux.merge(
                                live.of(LiveEvent.JobChanged.class).filter(event -> concerns(event, id)),
                                polled.asFlux(),
                                Flux.just(new LiveEvent.Resync()))
                        .onBackpressureLatest()
                        .concatMap(_ -> imports.find(actor, id), 0));
    }

    private static boolean concerns(LiveEvent event, ImportId id) {
        return switch (event) {
            case LiveEvent.JobChanged(var job) -> job.id() == id.value();
            case LiveEvent.Resync _ -> true;
            case LiveEvent.LearnersChanged _,
                    LiveEvent.CourseChanged _,
                    LiveEvent.MailChanged _,
                    LiveEvent.PresenceChanged _,
                    LiveEvent.SessionsEnded _ -> false;
        };
    }

    private void show(Import current) {
        if (!current.id().equals(id)) {
            return;
        }
        caption.setText(ImportSteps.position(current) == 0 ? "" : current.fileName());
        steps.setCurrent(ImportSteps.position(current));
        if (shown == null || !shown.shows(current)) {
            put(panel(current));
        }
        if (shown != null) {
            shown.update(current);
        }
        again.update(current);
    }

    private void put(StepPanel panel) {
        shown = panel;
        body.removeAll();
        foot.removeAll();
        body.add(panel);
        foot.add(panel.foot());
    }

    private StepPanel panel(Import current) {
        return switch (current.job().state()) {
            case PREPARING -> new ReadStep(current.id());
            case REVIEW ->
                current.step() == Step.ADDING
                        ? adding(current.id())
                        : new CheckStep(current.id(), imports, rows, live, actor, items, clock);
            case QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION ->
                new RunStep(current.id(), imports, failed(current.id()), actor, clock, () -> done.run());
            case COMPLETED, COMPLETED_WITH_ERRORS -> result(current);
            case FAILED, CANCELLED ->
                current.step() == Step.APPLYING
                        ? result(current)
                        : new FailedStep(current, readings, this::restart, () -> done.run());
        };
    }

    private ResultStep result(Import current) {
        return new ResultStep(current, imports, failed(current.id()), actor, clock, () -> done.run());
    }

    private FailedRows failed(ImportId of) {
        return new FailedRows(failures, actor, of, clock, onPage, tableMax);
    }

    private AddStep adding(@Nullable ImportId list) {
        AddStep step = new AddStep(
                imports,
                actor,
                new OpenList(imports, actor, rows::add, decided, list),
                items,
                id -> new StagedPart(imports, rows, readings, actor, id, items),
                this::open,
                () -> done.run());
        step.ofCourse(decided.course());
        step.addComponentAsFirst(again);
        return step;
    }

    private void restart() {
        id = null;
        onScreen.show(0);
        again.forget();
        caption.setText("");
        steps.setCurrent(0);
        put(adding(null));
    }
}
