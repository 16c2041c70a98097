package app.rollcall.learner.ui;

import app.rollcall.enrolment.LearnerCourseOrder;
import app.rollcall.enrolment.ui.LearnerCoursesPanel;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.live.LiveEvents;
import app.rollcall.presence.Place;
import app.rollcall.presence.Presence;
import app.rollcall.presence.ui.PresencePanel;
import app.rollcall.product.ui.LearnerProductsPanel;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Segments;
import app.rollcall.ui.SlowPoll;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Sinks;

/**
 * The record of one learner (OM-18, OM-20, OM-57): wiring only. Which part is shown, and how, is in the URL. Somebody who has
 * not joined yet has none (OM-19).
 */
@Route(value = DirectoryUrl.PATH + "/:learner([0-9]{1,18})", layout = MainLayout.class)
@RolesAllowed("LIST_LEARNERS")
class RecordView extends Div implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle, Crumbs {

    private final transient RecordFeed.Doors read;
    private final transient Clock clock;
    private final transient Actor actor;
    private final transient RowCommands commands;
    private final RecordHead head = new RecordHead();
    private final Tabs tabs = new Tabs();
    private final Map<RecordUrl.Tab, Span> counts = new EnumMap<>(RecordUrl.Tab.class);
    private final Div place = new Div();
    private final Div nobody = new Div();
    private final HistoryPanel past = new HistoryPanel();
    private final transient Sinks.Many<PersonId> asked = Sinks.many().replay().latest();
    private final PresencePanel here;
    private volatile long number;
    private RecordUrl url = new RecordUrl(RecordUrl.Tab.COURSES, "", LearnerCourseOrder.TITLE);
    private @Nullable LearnerCoursesPanel coursesPanel;
    private @Nullable LearnerProductsPanel productsPanel;

    RecordView(
            RecordFeed.Doors read,
            RowCommands.Doors doors,
            Presence presence,
            LiveEvents live,
            CurrentActor current,
            Clock clock) {
        this.read = read;
        this.clock = clock;
        this.actor = current.get();
        this.commands = new RowCommands(doors, actor, this);
        setId("record-view");
        addClassNames("page", "record");
        for (RecordUrl.Tab tab : RecordUrl.Tab.values()) {
            Span count = new Span();
            count.addClassName("k");
            counts.put(tab, count);
            Tab shown = new Tab(new Span(getTranslation("record.tab." + tab.code())), count);
            shown.setId("tab-" + tab.code());
            tabs.add(shown);
        }
        tabs.getElement().setAttribute("aria-label", getTranslation("record.tabs"));
        tabs.addAttachListener(_ -> Segments.placeable(tabs));
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                choose(new RecordUrl(RecordUrl.Tab.values()[tabs.getSelectedIndex()], "", LearnerCourseOrder.TITLE));
                part();
            }
        });
        place.addClassName("content");
        nobody.addClassName("content");
        add(head, tabs, place, nobody);
        here = new PresencePanel(presence, actor, asked.asFlux().map(Place::record));
        RecordFeed feed = new RecordFeed(read, live, actor);
        FluxBinding.state(this, () -> feed.known(asked.asFlux()), this::show);
        FluxBinding.state(this, () -> feed.changes(this::id), _ -> reread());
        SlowPoll.onPoll(this, this::reread);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters()
                .getLong("learner")
                .filter(given -> given > 0)
                .orElseThrow(NotFoundException::new);
        url = RecordUrl.read(event.getLocation().getQueryParameters());
        tabs.setSelectedIndex(url.tab().ordinal());
        coursesPanel = null;
        productsPanel = null;
        place.removeAll();
        asked.tryEmitNext(id());
    }

    /** The layout empties the place in its header at every step. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional.ofNullable(findAncestor(MainLayout.class)).ifPresent(layout -> layout.showPresence(here));
    }

    private PersonId id() {
        return new PersonId(number);
    }

    private void reread() {
        asked.tryEmitNext(id());
        if (coursesPanel != null) {
            coursesPanel.reread();
        }
        if (productsPanel != null) {
            productsPanel.reread();
        }
    }

    private void show(RecordFeed.Known known) {
        LearnerRow learner = known.learner().orElse(null);
        boolean joined = learner != null && !learner.pending();
        head.setVisible(joined);
        tabs.setVisible(joined);
        place.setVisible(joined);
        nobody.setVisible(!joined);
        nobody.removeAll();
        if (learner == null || learner.pending()) {
            nobody.add(empty(learner));
            return;
        }
        head.show(
                learner,
                known.courses(),
                known.products(),
                now -> RowMenu.renewed(now, this, learner, actor.may(Permission.MANAGE_USERS), commands));
        count(RecordUrl.Tab.COURSES, known.courses().courses());
        count(RecordUrl.Tab.PRODUCTS, known.products());
        past.show(
                learner.name(),
                known.history().stream().limit(RecordFeed.LINES).toList(),
                known.history().size() > RecordFeed.LINES,
                Moments.of(this, clock.instant()));
        if (coursesPanel == null) {
            coursesPanel = new LearnerCoursesPanel(
                    read.courses(),
                    actor,
                    id(),
                    learner.name(),
                    clock,
                    (text, order) -> choose(new RecordUrl(url.tab(), text, order)));
            productsPanel = new LearnerProductsPanel(
                    read.products(),
                    actor,
                    id(),
                    learner.name(),
                    clock,
                    text -> choose(new RecordUrl(url.tab(), text, url.order())));
            part();
        }
        boolean given = learner.status() != LearnerStatus.DISABLED;
        coursesPanel.offer(given);
        if (productsPanel != null) {
            productsPanel.offer(given);
        }
    }

    private void count(RecordUrl.Tab tab, long number) {
        Objects.requireNonNull(counts.get(tab))
                .setText(NumberFormat.getIntegerInstance(getLocale()).format(number));
    }

    /** Puts the chosen part into its place. */
    private void part() {
        if (coursesPanel == null || productsPanel == null) {
            return;
        }
        place.removeAll();
        switch (url.tab()) {
            case COURSES -> {
                place.add(coursesPanel);
                coursesPanel.show(url.search(), url.order());
            }
            case PRODUCTS -> {
                place.add(productsPanel);
                productsPanel.show(url.search());
            }
            case HISTORY -> place.add(past);
        }
    }

    private void choose(RecordUrl chosen) {
        url = chosen;
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, chosen.of(id())));
    }

    private EmptyState empty(@Nullable LearnerRow pending) {
        Button back =
                new Button(getTranslation("record.back"), _ -> getUI().ifPresent(ui -> ui.navigate(DirectoryUrl.PATH)));
        back.setId("back-to-learners");
        return pending == null
                ? new EmptyState(Icons.PEOPLE, getTranslation("record.gone"), getTranslation("record.gone.why"), back)
                : new EmptyState(
                        Icons.ENVELOPE,
                        getTranslation("record.pending", pending.email()),
                        getTranslation("record.pending.why"),
                        back);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("record.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(
                getTranslation("learner.crumb.members"),
                getTranslation("learner.title"),
                getTranslation("record.crumb"));
    }
}
