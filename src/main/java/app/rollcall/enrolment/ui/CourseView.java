package app.rollcall.enrolment.ui;

import app.rollcall.course.Course;
import app.rollcall.course.CourseId;
import app.rollcall.course.Courses;
import app.rollcall.enrolment.CourseLearner;
import app.rollcall.enrolment.Enrolments;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Page;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.SlowPoll;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A course's learners (MA-01), with the button that gives it to more (MA-02): wiring only. What it shows is in the URL. */
@Route(value = CourseView.PATH + "/:course([0-9]{1,18})", layout = MainLayout.class)
@RolesAllowed("LIST_LEARNERS")
class CourseView extends Page implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

    static final String PATH = "learning/courses";
    private static final String SEARCH = "search";
    private static final Duration REREAD = Duration.ofSeconds(1);

    private final transient Courses courses;
    private final transient Enrolments enrolments;
    private final transient Actor actor;
    private final LazyItems<CourseLearner> items;
    private final CourseLearnerGrid grid;
    private final SearchField search;
    private final Span caption = new Span();
    private final Div nothing = new Div();
    private final Button assign = new Button();
    private final Button seats = new Button();
    private final transient Sinks.Many<CourseId> asked = Sinks.many().replay().latest();
    private volatile CourseId id = new CourseId(0);
    private volatile String text = "";
    private @Nullable Course course;

    /** What the head says. */
    private record Head(Optional<Course> course, long found) {}

    CourseView(Courses courses, Enrolments enrolments, LiveEvents live, CurrentActor current, Clock clock) {
        super("");
        this.courses = courses;
        this.enrolments = enrolments;
        this.actor = current.get();
        setId("course-view");
        caption.addClassNames("t2", "caption", "cut");
        caption.setId("course-caption");
        items = new LazyItems<>(
                CourseLearner::id,
                (offset, limit, _) -> enrolments.page(actor, id, text, offset, limit),
                () -> enrolments.count(actor, id, text));
        grid = new CourseLearnerGrid(items, clock);
        search = new SearchField(getTranslation("enrolment.search"));
        search.setId("search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen(change.getValue().strip());
            }
        });
        assign.setText(getTranslation("enrolment.assign"));
        assign.setIcon(Icons.INVITE.create());
        assign.setId("assign-course");
        assign.addThemeVariants(ButtonVariant.PRIMARY);
        assign.addClickListener(_ -> addUsers());
        assign.setVisible(actor.may(Permission.MANAGE_USERS));
        seats.setId("course-seats");
        seats.addClickListener(_ -> limit());
        seats.setEnabled(actor.may(Permission.MANAGE_USERS));
        beside(caption);
        actions(seats, assign);
        tools(search);
        content(grid, nothing);
        FluxBinding.state(this, this::heads, this::show);
        FluxBinding.tide(
                this,
                () -> FluxBinding.calm(
                        Flux.merge(live.of(LiveEvent.LearnersChanged.class), live.of(LiveEvent.CourseChanged.class)),
                        REREAD),
                _ -> reread());
        ScreenWidth.follow(this, grid::fit);
        SlowPoll.onPoll(this, this::reread);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new CourseId(event.getRouteParameters().getLong("course").orElseThrow(NotFoundException::new));
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
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, PATH + "/" + id.value() + query));
        reread();
    }

    private void reread() {
        items.refreshAll();
        asked.tryEmitNext(id);
    }

    private Flux<Head> heads() {
        return asked.asFlux()
                .onBackpressureLatest()
                .concatMap(
                        now -> Mono.zip(
                                courses.find(actor, now).map(Optional::of).defaultIfEmpty(Optional.empty()),
                                enrolments.count(actor, now, text),
                                Head::new),
                        0);
    }

    private void show(Head head) {
        course = head.course().orElse(null);
        setTitle(head.course().map(Course::title).orElseGet(() -> getTranslation("enrolment.gone")));
        caption.setText(head.course()
                .map(found -> getTranslation(
                        "enrolment.caption",
                        found.code(),
                        getTranslation("course.kind." + found.kind().code())))
                .orElse(""));
        setCount(head.found(), getTranslation("enrolment.count", head.found()));
        String closed = head.course().map(this::closed).orElseGet(() -> getTranslation("enrolment.gone"));
        assign.setEnabled(closed.isEmpty());
        assign.setTooltipText(closed);
        seats.setVisible(head.course().isPresent());
        head.course().ifPresent(found -> seats.setText(taken(found)));
        grid.setVisible(head.found() > 0);
        nothing.removeAll();
        if (head.found() == 0) {
            nothing.add(empty(head.course().isPresent()));
        }
    }

    /** Why nobody can be given the course; empty when they can. */
    private String closed(Course found) {
        if (!found.published()) {
            return getTranslation("enrolment.cannot.not_published");
        }
        return found.full() ? getTranslation("enrolment.seats.full", found.seats()) : "";
    }

    private String taken(Course found) {
        return found.seats() == null
                ? getTranslation("enrolment.seats.none")
                : getTranslation("enrolment.seats.of", found.taken(), found.seats());
    }

    private EmptyState empty(boolean there) {
        String key = !there ? "enrolment.gone" : text.isEmpty() ? "enrolment.empty" : "enrolment.unfound";
        return new EmptyState(
                text.isEmpty() ? Icons.PEOPLE : Icons.SEARCH, getTranslation(key, text), getTranslation(key + ".why"));
    }

    private void addUsers() {
        if (course != null) {
            new AddUsersDialog(course, enrolments, actor, this::reread).open();
        }
    }

    private void limit() {
        if (course != null) {
            new SeatsDialog(course, courses, actor).open();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("enrolment.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(
                getTranslation("course.crumb"), getTranslation("course.title"), getTranslation("enrolment.title"));
    }
}
