package app.rollcall.course.ui;

import app.rollcall.course.Course;
import app.rollcall.course.Courses;
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
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.SlowPoll;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Learning &gt; Courses: what is taught, and to how many. What it shows is in the URL. */
@Route(value = CoursesView.PATH, layout = MainLayout.class)
@Menu(title = "course.title", icon = "course", order = 20)
@GoKey("c")
@RolesAllowed("LIST_LEARNERS")
class CoursesView extends Page implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

    static final String PATH = "learning/courses";
    private static final String SEARCH = "search";
    private static final Duration RECOUNTED = Duration.ofSeconds(2);

    private final transient Courses courses;
    private final transient Actor actor;
    private final LazyItems<Course> items;
    private final CourseGrid grid;
    private final SearchField search;
    private final Div nothing = new Div();
    private final transient Sinks.Many<String> asked = Sinks.many().replay().latest();
    private volatile String text = "";

    CoursesView(Courses courses, LiveEvents live, CurrentActor current) {
        super("");
        this.courses = courses;
        this.actor = current.get();
        setTitle(getTranslation("course.title"));
        setId("courses-view");
        items = new LazyItems<>(
                Course::id,
                (offset, limit, _) -> courses.page(actor, text, offset, limit),
                () -> courses.count(actor, text));
        grid = new CourseGrid(items);
        search = new SearchField(getTranslation("course.search"));
        search.setId("search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen(change.getValue().strip());
            }
        });
        actions(search);
        content(grid, nothing);
        FluxBinding.state(this, this::counted, this::show);
        FluxBinding.tide(this, () -> FluxBinding.calm(enrolled(live), RECOUNTED), _ -> items.refreshAll());
        ScreenWidth.follow(this, grid::fit);
        SlowPoll.onPoll(this, this::reread);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        text = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCH)
                .orElse("");
        search.setValue(text);
        reread();
    }

    private void chosen(String next) {
        text = next;
        String query = next.isEmpty()
                ? ""
                : "?" + QueryParameters.simple(Map.of(SEARCH, next)).getQueryString();
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, PATH + query));
        reread();
    }

    private void reread() {
        items.refreshAll();
        asked.tryEmitNext(text);
    }

    private Flux<Long> counted() {
        return asked.asFlux().onBackpressureLatest().concatMap(now -> courses.count(actor, now), 0);
    }

    /** The number of learners of a course changes with them. */
    private static Flux<LiveEvent> enrolled(LiveEvents live) {
        return Flux.merge(live.of(LiveEvent.LearnersChanged.class), live.of(LiveEvent.CourseChanged.class));
    }

    private void show(long found) {
        setCount(found, getTranslation("course.count", found));
        grid.setVisible(found > 0);
        nothing.removeAll();
        if (found == 0) {
            nothing.add(text.isEmpty() ? none() : unfound());
        }
    }

    private EmptyState none() {
        return new EmptyState(Icons.COURSE, getTranslation("course.empty"), getTranslation("course.empty.why"));
    }

    private EmptyState unfound() {
        Button clear = new Button(getTranslation("course.clear_search"), _ -> {
            search.clear();
            chosen("");
        });
        clear.setId("clear_search");
        return new EmptyState(
                Icons.SEARCH, getTranslation("course.unfound", text), getTranslation("course.unfound.why"), clear);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("course.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("course.crumb"), getTranslation("course.title"));
    }
}
