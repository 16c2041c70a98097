package app.rollcall.importing.ui;

import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.GroundMoved;
import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportRows;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Item;
import app.rollcall.importing.OnError;
import app.rollcall.importing.OutcomeRow;
import app.rollcall.importing.ReviewFilter;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Note;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.Segments;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Shows what the check found, by address, takes the mending, and then the decision (OM-46 to OM-52, rule C4). */
final class CheckStep extends StepPanel {

    private static final Duration GATHERED = Duration.ofMillis(500);
    private static final int MOST = 200;

    private final transient Imports imports;
    private final transient Actor actor;
    private final transient ImportId id;
    private final transient LiveRows<EmailGroup> live;
    private final transient Sinks.Many<ReviewFilter> asked =
            Sinks.many().multicast().directBestEffort();
    private final FilterCards cards;
    private final OptionsLine options;
    private final Div notes = new Div();
    private final ReviewGroups groups;
    private final Segments<OnError> rule;
    private final Verdict verdict = new Verdict();
    private final Button back = new Button();
    private final Button confirm = new Button();
    private volatile ReviewFilter filter = ReviewFilter.ALL;
    private @Nullable Import current;

    CheckStep(
            ImportId id,
            Imports imports,
            ImportRows rows,
            LiveEvents events,
            Actor actor,
            SearchedItems<Item> items,
            Clock clock) {
        super(id);
        this.id = id;
        this.imports = imports;
        this.actor = actor;
        addClassName("check-step");
        notes.addClassName("faults");
        OwnRows own = new OwnRows();
        WaitingNote waiting = new WaitingNote();
        live = new LiveRows<>(
                EmailGroup::no,
                (offset, limit, _) -> rows.groups(actor, id, filter, offset, limit),
                () -> rows.groupCount(actor, id, filter));
        groups = new ReviewGroups(new RowCommands(rows, actor, id, own, items), live, own, waiting);
        cards = new FilterCards(this::filter, waiting, new DryRunLink(clock, () -> shown(rows)));
        rule = new Segments<>(
                List.of(OnError.BLOCK, OnError.SKIP_ROWS),
                value -> getTranslation("invite.rule." + value.name().toLowerCase(Locale.ROOT)));
        rule.setId("on-error");
        rule.setAriaLabel(getTranslation("invite.rule"));
        rule.addValueChangeListener(_ -> judge());
        options = new OptionsLine(chosen -> imports.choose(actor, id, chosen));
        add(cards, options, notes, groups);
        FluxBinding.state(this, this::looks, groups::show);
        FluxBinding.events(this, () -> freshened(rows, events), _ -> {});
    }

    private Function<@Nullable OutcomeRow, Mono<List<OutcomeRow>>> shown(ImportRows rows) {
        ReviewFilter now = filter;
        return after -> rows.outcomes(actor, id, now, after);
    }

    private Flux<LiveRows.Look<EmailGroup>> looks() {
        return asked.asFlux().onBackpressureLatest().concatMap(_ -> live.look(), 0);
    }

    /** What others do to these people, while one looks, can turn what the check said. */
    private Flux<Void> freshened(ImportRows rows, LiveEvents events) {
        return events.of(LiveEvent.LearnersChanged.class)
                .ofType(LiveEvent.LearnersChanged.class)
                .concatMapIterable(LiveEvent.LearnersChanged::ids)
                .bufferTimeout(MOST, GATHERED)
                .onBackpressureBuffer()
                .concatMap(people ->
                        rows.freshen(actor, id, people.stream().distinct().toList()));
    }

    private void filter(ReviewFilter chosen) {
        filter = chosen;
        groups.redraw();
    }

    @Override
    boolean shows(Import now) {
        return now.job().state() == JobState.REVIEW && now.step() == Step.CHECKING;
    }

    @Override
    void update(Import now) {
        current = now;
        cards.update(now);
        options.update(now);
        notes.removeAll();
        GroundMoved.rows(now.job()).ifPresent(this::tellMoved);
        asked.tryEmitNext(filter);
        judge();
    }

    private void tellMoved(long turned) {
        Note note = new Note(Note.Tone.AMBER, getTranslation("invite.ground_moved", turned));
        note.setId("ground-moved");
        note.getElement().setAttribute("role", "status");
        notes.add(note);
    }

    private void judge() {
        if (current != null) {
            rule.setVisible(current.errors() > 0);
            confirm.setEnabled(verdict.judge(current, rule.getValue()));
        }
    }

    @Override
    Component[] foot() {
        back.setText(getTranslation("invite.back"));
        back.setId("back");
        back.addClickListener(_ -> send(back, imports.reopen(actor, id)));
        confirm.setText(getTranslation("invite.confirm"));
        confirm.setId("confirm-import");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.getElement().setAttribute("aria-describedby", "verdict");
        confirm.addClickListener(_ -> confirm());
        return new Component[] {rule, verdict, right(back, confirm)};
    }

    /** What was on the screen is what is confirmed: its version goes along. */
    private void confirm() {
        if (current != null) {
            send(confirm, imports.confirm(actor, id, rule.getValue(), current.version()));
        }
    }

    private void send(Button control, Mono<Void> command) {
        UiTask.run(control, command, this::judge, failure -> ImportWords.failed(this, failure));
    }
}
