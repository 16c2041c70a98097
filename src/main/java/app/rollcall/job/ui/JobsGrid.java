package app.rollcall.job.ui;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.ui.Icons;
import app.rollcall.ui.JobActions;
import app.rollcall.ui.JobButtons;
import app.rollcall.ui.JobWords;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The history of jobs: what, where it stands, who, when, how far, how long. */
final class JobsGrid extends Grid<JobLine> {

    private final transient Clock clock;
    private final transient JobActions actions;

    JobsGrid(LazyItems<JobLine> items, Clock clock, JobActions actions) {
        this.clock = clock;
        this.actions = actions;
        setId("jobs");
        addClassName("jobs-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        wide("job", this::what).setWidth("18rem").setFlexGrow(8);
        wide("state", line -> badge(line.job().state())).setWidth("11.5rem").setFlexGrow(0);
        wide("counts", this::counts).setWidth("15rem").setFlexGrow(0);
        wide("by", this::who).setWidth("9.5rem").setFlexGrow(1);
        wide("when", this::when).setWidth("8rem").setFlexGrow(0);
        wide("duration", this::duration).setWidth("6rem").setFlexGrow(0);
        wide("steer", this::steer).setWidth("11rem").setFlexGrow(0);
        Column<JobLine> one = addComponentColumn(this::card);
        getColumns().forEach(column -> column.setSortable(false));
        setDataProvider(items);
        fit(one, ScreenWidth.PHONE + 1);
        ScreenWidth.follow(this, width -> fit(one, width));
    }

    private Column<JobLine> wide(String key, ValueProvider<JobLine, Component> cell) {
        return addComponentColumn(cell)
                .setHeader(getTranslation("job.column." + key))
                .setKey(key);
    }

    private void fit(Column<JobLine> one, int width) {
        boolean phone = width <= ScreenWidth.PHONE;
        getColumns().forEach(column -> column.setVisible(phone == column.equals(one)));
        setClassName("phone", phone);
    }

    private Component what(JobLine line) {
        Button title = new Button(line.job().title(), _ -> actions.open(line.job()));
        title.addThemeVariants(ButtonVariant.TERTIARY);
        title.addClassName("title");
        title.setTooltipText(line.job().title());
        Span both = new Span(title, small(line.caption().apply(this)));
        both.addClassNames("col", "what");
        return both;
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassNames("t2", "xs", "cut");
        small.setTitle(text);
        return small;
    }

    private StatusBadge badge(JobState state) {
        String words = JobWords.state(this, state);
        return switch (state) {
            case PREPARING, QUEUED, RUNNING -> new StatusBadge(words, Icons.ACTIVITY, "prog");
            case REVIEW -> new StatusBadge(words, Icons.EYE, "pending");
            case PAUSED -> new StatusBadge(words, Icons.PAUSE, "paused");
            case NEEDS_ATTENTION, COMPLETED_WITH_ERRORS -> new StatusBadge(words, Icons.TRIANGLE, "warn");
            case COMPLETED -> new StatusBadge(words, Icons.TICK_DISC, "ok");
            case FAILED -> new StatusBadge(words, Icons.OCTAGON, "err");
            case CANCELLED -> new StatusBadge(words, Icons.BARRED, "disabled");
        };
    }

    private Component counts(JobLine line) {
        JobWords words = new JobWords(this, line.job(), clock.instant());
        Span both = new Span(new Span(line.job().total() == 0 ? "" : words.done()));
        String canceller = line.job().cancelledBy();
        String more = switch (line.job().state()) {
            case COMPLETED, COMPLETED_WITH_ERRORS -> "";
            case FAILED -> words.reason();
            case CANCELLED -> canceller == null ? "" : getTranslation("job.cancelled_by", canceller);
            case PREPARING, REVIEW, QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION -> words.rest();
        };
        if (!more.isEmpty()) {
            both.add(small(more));
        }
        both.addClassNames("col", "num");
        return both;
    }

    private Component who(JobLine line) {
        String name = line.job().startedByName();
        if (name == null) {
            return small(getTranslation("job.nobody"));
        }
        Span person = new Span(name);
        person.addClassName("cut");
        Span words = new Span(person);
        words.addClassName("col");
        String through = line.record().through();
        if (through != null) {
            words.add(small(getTranslation("job.through", through)));
        }
        Span both = new Span(PersonAvatar.of(name, PersonAvatar.Size.S), words);
        both.addClassName("row");
        return both;
    }

    private Component when(JobLine line) {
        Moments moments = Moments.of(this, clock.instant());
        Span when = new Span(moments.tell(line.job().createdAt()));
        when.setTitle(moments.exact(line.job().createdAt()));
        return when;
    }

    private Component duration(JobLine line) {
        Span took = new Span(took(line));
        took.addClassName("num");
        return took;
    }

    /** How long it took, or takes so far; while it rests, up to when it last got on. */
    private String took(JobLine line) {
        JobProgress job = line.job();
        Instant began = line.record().startedAt();
        Instant until = job.finishedAt() != null
                ? job.finishedAt()
                : job.state() == JobState.RUNNING ? clock.instant() : job.progressAt();
        if (began == null || until == null || until.isBefore(began)) {
            return "";
        }
        Duration took = Duration.between(began, until);
        return took.toHours() > 0
                ? getTranslation("job.hours", took.toHours(), took.toMinutesPart())
                : took.toMinutes() > 0
                        ? getTranslation("job.minutes", took.toMinutes(), took.toSecondsPart())
                        : getTranslation("job.seconds", Math.max(1, took.toSeconds()));
    }

    private Component steer(JobLine line) {
        JobButtons buttons = new JobButtons(actions);
        buttons.show(line.job());
        return buttons;
    }

    private Component card(JobLine line) {
        Span state = new Span(badge(line.job().state()), counts(line));
        state.addClassNames("row", "wrap");
        Span time = new Span(when(line), duration(line));
        time.addClassNames("row", "t2", "xs");
        Span who = new Span(time, steer(line));
        who.addClassNames("row", "apart");
        Span card = new Span(what(line), state, who);
        card.addClassNames("col", "job-card");
        return card;
    }
}
