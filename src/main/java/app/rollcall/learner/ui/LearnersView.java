package app.rollcall.learner.ui;

import app.rollcall.invitation.ui.PendingPanel;
import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerCounts;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.StatusFilter;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.GoKey;
import app.rollcall.ui.HeadAction;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.LiveFoot;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Note;
import app.rollcall.ui.Notices;
import app.rollcall.ui.Page;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.SlowPoll;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Sinks;

/** The directory, Management &gt; Members &gt; Learners (OM-01): wiring only. What it shows is in the URL. */
@Route(value = "management/members/learners", layout = MainLayout.class)
@Menu(title = "learner.title", icon = "people", order = 10)
@GoKey("l")
@RolesAllowed("LIST_LEARNERS")
class LearnersView extends Page implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

    private final transient Directory directory;
    private final transient RowCommands commands;
    private final transient DirectoryFeed feed;
    private final transient Clock clock;
    private final transient Actor actor;
    private final Touched touched = new Touched();
    private final LazyItems<LearnerRow> items;
    private final LearnerGrid grid;
    private final FilterBar filters;
    private final LearnersEmpty empty;
    private final LiveFoot foot = DirectoryFoot.of(this);
    private final Note moved;
    private final Div waiting = new Div();
    private final transient Supplier<Component> pendingPanel;
    private final transient Sinks.Many<LearnerFilter> asked =
            Sinks.many().replay().latest();
    private LearnerOrder order = LearnerOrder.NAME;
    private volatile LearnerFilter filter = LearnerFilter.EVERYBODY;
    private LearnerCounts counts = LearnerCounts.NONE;

    LearnersView(
            Directory directory,
            RowCommands.Doors doors,
            LiveEvents live,
            CurrentActor current,
            Clock clock,
            ObjectProvider<HeadAction> headActions) {
        super("");
        this.directory = directory;
        this.clock = clock;
        this.actor = current.get();
        this.commands = new RowCommands(doors, actor, this);
        this.pendingPanel = () -> new PendingPanel(doors.waiting(), live, actor, clock);
        this.feed = new DirectoryFeed(directory, live, actor, () -> filter);
        setTitle(getTranslation("learner.title"));
        setId("learners-view");
        items = new LazyItems<>(
                LearnerRow::id,
                (offset, limit, sort) -> directory.page(actor, filter, Sorting.of(sort), offset, limit),
                () -> directory.counts(actor, filter).map(found -> found.of(filter.status())));
        grid = new LearnerGrid(items, clock, touched, this::reminder, this::menu);
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                order = Sorting.clicked(sort.getSortOrder());
                tellUrl();
            }
        });
        filters = new FilterBar(this, () -> doors.categories().all(actor), chosen -> show(chosen, true));
        empty = new LearnersEmpty(chosen -> show(chosen, true));
        moved = MovedNote.of(this, this::reload);
        waiting.addClassName("waiting-place");
        content(moved, waiting, grid, empty);
        foot(foot);
        headActions
                .orderedStream()
                .filter(action -> actor.may(action.permission()))
                .forEach(action -> actions(action.get()));
        FluxBinding.events(this, feed::deeds, this::changed);
        FluxBinding.state(this, feed::bursts, this::arrived);
        FluxBinding.state(this, feed::stale, _ -> follow());
        FluxBinding.state(this, () -> feed.counts(asked.asFlux()), this::recounted);
        ScreenWidth.follow(this, grid::fit);
        SlowPoll.onPoll(this, this::reread);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        order = DirectoryUrl.order(parameters);
        Sorting.show(grid, order);
        show(DirectoryUrl.read(parameters), false);
    }

    private void show(LearnerFilter chosen, boolean byHand) {
        filter = chosen;
        filters.show(chosen);
        grid.ofPending(chosen.status() == StatusFilter.PENDING);
        showWaiting(chosen.status() == StatusFilter.PENDING && actor.may(Permission.MANAGE_USERS));
        if (byHand) {
            tellUrl();
        }
        reread();
    }

    private void tellUrl() {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, DirectoryUrl.of(filter, order)));
    }

    /** Who looks at the pending sees what waits to be sent to them. */
    private void showWaiting(boolean wanted) {
        if (!wanted) {
            waiting.removeAll();
        } else if (waiting.getComponentCount() == 0) {
            waiting.add(pendingPanel.get());
        }
    }

    /** The rows come at once; the counts when they are there, for counting many takes longer than showing fifty. */
    private void reread() {
        asked.tryEmitNext(filter);
        reload();
    }

    private void reload() {
        moved.setVisible(false);
        items.refreshAll();
    }

    private void recounted(LearnerCounts found) {
        counts = found;
        long matching = found.of(filter.status());
        setCount(matching, getTranslation("learner.count", matching));
        filters.count(found);
        grid.setVisible(matching > 0);
        empty.show(matching == 0, filter);
    }

    /** Few learners changed: their rows are updated where they stand, and glow once. */
    private void changed(DirectoryFeed.Update update) {
        switch (update) {
            case DirectoryFeed.Change change -> {
                boolean others = change.byId() != actor.id().value();
                if (change.deed() != null) {
                    foot.say(
                            DirectoryWords.who(this, change.deed()),
                            DirectoryWords.deed(this, change.deed(), Moments.of(this, clock.instant())),
                            change.ids().size());
                    DirectoryWords.notice(this, change.deed()).ifPresent(Notices::done);
                }
                touched.touch(change.ids(), others ? change.by() : null);
                long before = counts.of(filter.status());
                recounted(change.counts());
                boolean stayed = before == counts.of(filter.status());
                if (stayed || items.scrolled()) {
                    change.rows().forEach(items::refreshItem);
                    moved.setVisible(!stayed);
                } else {
                    reload();
                }
            }
            case DirectoryFeed.GlowOver over -> {
                touched.glowOver(over.ids());
                over.rows().forEach(items::refreshItem);
            }
            case DirectoryFeed.Settled settled -> {
                touched.forget(settled.ids());
                settled.rows().forEach(items::refreshItem);
            }
        }
    }

    /** Too many changed to name them: the counts say so; the list follows more slowly, unless somebody reads further down. */
    private void arrived(LearnerCounts found) {
        if (!found.equals(counts)) {
            foot.say("", getTranslation("learner.many_changed"));
        }
        recounted(found);
    }

    private void follow() {
        if (items.scrolled()) {
            moved.setVisible(true);
        } else {
            reload();
        }
    }

    /** Whoever has not joined has no record yet (OM-18, OM-19). */
    private void open(LearnerRow row) {
        if (!row.pending()) {
            getUI().ifPresent(ui -> ui.navigate(RecordUrl.path(row.id())));
        }
    }

    private Component reminder(LearnerRow row) {
        return row.pending() && actor.may(Permission.MANAGE_USERS)
                ? ReminderButton.of(this, row, commands)
                : new Span();
    }

    private Component menu(LearnerRow row) {
        return RowMenu.of(this, row, actor.may(Permission.MANAGE_USERS), commands);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("learner.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(
                getTranslation("learner.crumb.management"),
                getTranslation("learner.crumb.members"),
                getTranslation("learner.title"));
    }
}
