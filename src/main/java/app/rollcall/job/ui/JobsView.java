package app.rollcall.job.ui;

import app.rollcall.job.JobFilter;
import app.rollcall.job.JobHistory;
import app.rollcall.live.JobState;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.GoKey;
import app.rollcall.ui.Icons;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Page;
import app.rollcall.ui.Segments;
import app.rollcall.ui.SlowPoll;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The history of all jobs, live (LV-03): wiring only. What it shows is in the URL. */
@Route(value = JobsView.PATH, layout = MainLayout.class)
@Menu(title = "job.title", icon = "activity", order = 35)
@GoKey("j")
@RolesAllowed("SEE_JOBS")
class JobsView extends Page implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

    static final String PATH = "jobs";
    private static final String STATE = "state";
    private static final Duration GATHERED = Duration.ofMillis(300);
    private static final int MOST = 200;

    private final transient JobHistory history;
    private final transient Actor actor;
    private final transient JobPages pages;
    private final transient Sinks.Many<JobFilter> asked = Sinks.many().replay().latest();
    private final Segments<JobFilter> states;
    private final LazyItems<JobLine> items;
    private final JobsGrid grid;
    private final Div nothing = new Div();
    private volatile JobFilter filter = JobFilter.ALL;
    private Map<JobState, Long> counts = Map.of();

    JobsView(JobHistory history, LiveEvents live, CurrentActor current, Clock clock, List<JobNavigation> screens) {
        super("");
        this.history = history;
        this.actor = current.get();
        this.pages = new JobPages(history, screens, actor);
        setTitle(getTranslation("job.title"));
        setId("jobs-view");
        items = new LazyItems<>(
                JobLine::id,
                (offset, limit, _) -> pages.page(filter, offset, limit),
                () -> history.counts(actor).map(found -> number(filter, found)));
        grid = new JobsGrid(items, clock, new JobSteering(screens, actor));
        states = new Segments<>(List.of(JobFilter.values()), value -> getTranslation("job.filter." + value.code()));
        states.setId("job-filter");
        states.setAriaLabel(getTranslation("job.filter"));
        states.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen(change.getValue());
            }
        });
        bar(states);
        content(grid, nothing);
        FluxBinding.events(this, () -> changes(live), this::changed);
        FluxBinding.state(this, this::counted, this::show);
        SlowPoll.onPoll(this, this::reload);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = JobFilter.of(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STATE)
                .orElse(""));
        states.setValue(filter);
        reload();
    }

    private void chosen(JobFilter next) {
        filter = next;
        String path = next == JobFilter.ALL ? PATH : PATH + "?" + STATE + "=" + next.code();
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, path));
        reload();
    }

    private void reload() {
        pages.forget();
        items.refreshAll();
        asked.tryEmitNext(filter);
    }

    private Flux<Map<JobState, Long>> counted() {
        return asked.asFlux().onBackpressureLatest().concatMap(_ -> history.counts(actor), 0);
    }

    private void show(Map<JobState, Long> found) {
        if (!found.equals(counts)) {
            counts = found;
            pages.forget();
            items.refreshAll();
        }
        long all = number(JobFilter.ALL, found);
        setCount(all, getTranslation("job.count", all));
        Arrays.stream(JobFilter.values()).forEach(value -> states.setCount(value, number(value, found)));
        boolean none = number(filter, found) == 0;
        grid.setVisible(!none);
        nothing.removeAll();
        if (none) {
            nothing.add(new EmptyState(
                    Icons.ACTIVITY,
                    getTranslation("job.empty"),
                    getTranslation(all == 0 ? "job.empty.cause" : "job.empty.filter")));
        }
    }

    private static long number(JobFilter filter, Map<JobState, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> filter.takes(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Flux<List<LiveEvent>> changes(LiveEvents live) {
        return live.of(LiveEvent.JobChanged.class).bufferTimeout(MOST, GATHERED).onBackpressureBuffer();
    }

    /** A job that goes on is redrawn where it stands; one that is new or in another state changes the list. */
    private void changed(List<LiveEvent> events) {
        boolean moved = false;
        for (LiveEvent event : events) {
            JobLine line = event instanceof LiveEvent.JobChanged(var job) ? pages.moved(job) : null;
            if (line == null) {
                moved = true;
            } else {
                items.refreshItem(line);
            }
        }
        if (moved) {
            reload();
        } else {
            asked.tryEmitNext(filter);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("job.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("job.crumb"), getTranslation("job.title"));
    }
}
