package app.rollcall.learning.ui;

import app.rollcall.learning.MyCourses;
import app.rollcall.learning.MyLearning;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Page;
import app.rollcall.ui.Segments;
import app.rollcall.ui.SlowPoll;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;

/** My Learning (LS-03): a card for each of one's own courses. Wiring only; which of them are shown is in the URL. */
@Route(value = MyLearningView.PATH, layout = MainLayout.class)
@PermitAll
class MyLearningView extends Page implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

    static final String PATH = "my_learning";

    private final transient MyLearningFeed feed;
    private final transient Clock clock;
    private final Span summary = new Span();
    private final Segments<Shown> filter;
    private final CourseCards cards = new CourseCards();

    @Autowired
    MyLearningView(MyLearning learning, LiveEvents live, Clock clock, CurrentActor current) {
        this(learning, live, clock, current.get());
    }

    MyLearningView(MyLearning learning, LiveEvents live, Clock clock, Actor actor) {
        super("");
        this.clock = clock;
        feed = new MyLearningFeed(learning, live, actor);
        setTitle(getTranslation("learning.title"));
        setId("my-learning-view");
        addClassName("learning");
        summary.addClassName("summary");
        filter = new Segments<>(List.of(Shown.values()), shown -> getTranslation("learning.show." + shown.code()));
        filter.setAriaLabel(getTranslation("learning.show"));
        filter.setValue(Shown.ALL);
        filter.setVisible(false);
        filter.addValueChangeListener(chosen -> choose(chosen.getValue(), chosen.isFromClient()));
        beside(summary);
        actions(filter);
        content(cards);
        onlyRead(getTranslation("learning.title"));
        FluxBinding.state(this, feed::courses, this::show);
        SlowPoll.onPoll(this, feed::ask);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter.setValue(Shown.read(event.getLocation().getQueryParameters()));
    }

    private void choose(Shown shown, boolean byHand) {
        if (byHand) {
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, shown.url()));
        }
        cards.show(shown);
    }

    private void show(Optional<MyCourses> found) {
        Moments moments = Moments.of(this, clock.instant());
        found.ifPresent(courses -> {
            for (Shown shown : Shown.values()) {
                filter.setCount(shown, shown.count(courses));
            }
            summary.setText(getTranslation(
                    "learning.summary", courses.toDo(), courses.required(), courses.overdue(moments.now())));
        });
        boolean any = found.isPresent() && !found.get().courses().isEmpty();
        filter.setVisible(any);
        summary.setVisible(any);
        cards.show(found, moments);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("learning.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("learning.title"));
    }
}
