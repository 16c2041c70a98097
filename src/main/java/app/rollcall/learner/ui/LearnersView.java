package app.rollcall.learner.ui;

import app.rollcall.invitation.ui.PendingPanel;
import app.rollcall.learner.Directory;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.learner.LearnerCounts;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.StatusFilter;
import app.rollcall.learner.Trail;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Attention;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.HeadAction;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.LiveFoot;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
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
    private final transient DirectoryTools tools;
    private final LearnersEmpty empty;
    private final LiveFoot foot = new LiveFoot();
    private final MovedNote moved = new MovedNote(this::reload);
    private final Div waiting = new Div();
    private final Attention attention;
    private final transient Places places = new Places();
    private final transient SelectedMode selected;
    private final transient Supplier<Component> pendingPanel;
    private final transient Sinks.Many<LearnerFilter> asked =
            Sinks.many().replay().latest();
    private final transient Sinks.Many<List<PersonId>> onScreen =
            Sinks.many().multicast().directBestEffort();
    private final transient Trail trail = new Trail();
    private LearnerOrder order = LearnerOrder.NAME;
    private volatile LearnerFilter filter = LearnerFilter.EVERYBODY;
    private LearnerCounts counts = LearnerCounts.NONE;
    private long shown;
    private boolean fresh;

    LearnersView(
            Directory directory,
            RowCommands.Doors doors,
            DirectoryTools.Doors kept,
            SelectedCommands.Doors bulk,
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
                (offset, limit, sort) -> directory
                        .page(actor, filter, Sorting.of(sort), offset, limit, trail)
                        .doOnNext(rows -> places.loaded(offset, rows)),
                () -> directory.counts(actor, filter).map(found -> found.of(filter.status())));
        grid = new LearnerGrid(items, clock, touched, this::reminder, this::menu);
        attention = Attention.to(grid, this::catchUp);
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                order = Sorting.clicked(sort.getSortOrder());
                tellUrl();
            }
        });
        filters = new FilterBar(this, () -> doors.categories().all(actor), chosen -> show(chosen, true));
        tools = new DirectoryTools(kept, actor, this, grid, this::open, this::tellUrl);
        selected = new SelectedMode(
                this,
                grid,
                this::open,
                places,
                (offset, limit) -> directory.page(actor, filter, order, offset, limit),
                new SelectedFeed(directory, live, actor),
                chosen -> new SelectedCommands(bulk, actor, this, chosen));
        selected.offer(actor.may(Permission.MANAGE_USERS));
        empty = new LearnersEmpty(chosen -> show(chosen, true));
        waiting.addClassName("waiting-place");
        content(moved, waiting, grid, empty);
        foot(foot);
        headActions
                .orderedStream()
                .filter(action -> actor.may(action.permission()))
                .forEach(action -> actions(action.get()));
        foot.say("", getTranslation("learner.foot"));
        foot.key(getTranslation("learner.key.search"), "/");
        FluxBinding.events(this, feed::deeds, this::changed);
        FluxBinding.state(this, feed::bursts, this::arrived);
        FluxBinding.state(this, feed::stale, _ -> follow());
        FluxBinding.state(this, () -> feed.counts(asked.asFlux()), this::counted);
        FluxBinding.state(this, () -> feed.rows(onScreen.asFlux()), this::redraw);
        ScreenWidth.follow(this, grid::fit);
        SlowPoll.onPoll(this, this::repair);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        order = DirectoryUrl.order(parameters);
        Sorting.show(grid, order);
        LearnerFilter asks = DirectoryUrl.read(parameters);
        tools.read(parameters, DirectoryTable.of(asks.status()));
        show(asks, false);
    }

    /** Opens a saved view. */
    private void open(LearnerFilter chosen, LearnerOrder sorted) {
        order = sorted;
        Sorting.show(grid, order);
        show(chosen, true);
    }

    private void show(LearnerFilter chosen, boolean byHand) {
        filter = chosen;
        filters.show(chosen);
        grid.of(chosen.status());
        tools.show(chosen, order);
        selected.filtered(chosen);
        showWaiting(chosen.status() == StatusFilter.PENDING && actor.may(Permission.MANAGE_USERS));
        if (byHand) {
            tellUrl();
        }
        reread();
    }

    private void tellUrl() {
        String url = tools.show(filter, order);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, url));
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
        fresh = true;
        asked.tryEmitNext(filter);
        grid.sizeLater();
        fetch();
    }

    /** What may have been missed: all is read again, but where it stands. */
    private void repair() {
        asked.tryEmitNext(filter);
        follow();
    }

    private void reload() {
        shown = counts.of(filter.status());
        settle();
        fetch();
    }

    private void fetch() {
        moved.setVisible(false);
        trail.clear();
        items.refreshAll();
    }

    private void counted(LearnerCounts found) {
        recounted(found);
        if (fresh) {
            fresh = false;
            shown = found.of(filter.status());
            grid.size(() -> shown);
            settle();
        } else if (found.of(filter.status()) != shown) {
            follow();
        }
    }

    private void recounted(LearnerCounts found) {
        counts = found;
        long matching = found.of(filter.status());
        trail.total(filter, matching);
        setCount(matching, getTranslation("learner.count", matching));
        filters.count(found);
        selected.counted(matching);
    }

    /** The table, or why there is nothing in it. */
    private void settle() {
        boolean nothing = counts.of(filter.status()) == 0;
        grid.setVisible(!nothing);
        empty.show(nothing, filter);
    }

    /** Few learners changed: their rows are updated where they stand, and glow once. */
    private void changed(DirectoryFeed.Update update) {
        switch (update) {
            case DirectoryFeed.Change change -> {
                boolean others = change.byId() != actor.id().value();
                if (change.deed() != null) {
                    foot.say(
                            DirectoryWords.who(this, change.deed()),
                            DirectoryWords.deed(this, change.deed(), Moments.of(this, clock.instant())));
                    DirectoryWords.notice(this, change.deed()).ifPresent(Notices::done);
                }
                touched.touch(change.ids(), others ? change.by() : null);
                recounted(change.counts());
                long more = counts.of(filter.status()) - shown;
                if (more != 0 && !(others && somebodyReads())) {
                    reload();
                } else {
                    redraw(change.rows());
                    announce(more);
                }
            }
            case DirectoryFeed.GlowOver over -> {
                touched.glowOver(over.ids());
                redraw(over.rows());
            }
            case DirectoryFeed.Settled settled -> {
                touched.forget(settled.ids());
                redraw(settled.rows());
            }
        }
    }

    /** Too many changed to name them: the counts say so; the list follows more slowly, unless somebody reads further down. */
    private void arrived(LearnerCounts found) {
        if (!found.equals(counts)) {
            foot.say("", getTranslation("learner.many_changed"));
        }
        recounted(found);
        if (somebodyReads()) {
            announce(found.of(filter.status()) - shown);
        } else {
            settle();
        }
    }

    /** The rows on screen may be old. Those that come or go must not move what somebody looks at: they wait. */
    private void follow() {
        if (somebodyReads()) {
            onScreen.tryEmitNext(items.seen().stream().map(LearnerRow::id).toList());
            announce(counts.of(filter.status()) - shown);
        } else {
            reload();
        }
    }

    private boolean somebodyReads() {
        return grid.isVisible() && (attention.here() || items.scrolled());
    }

    private void announce(long more) {
        if (more != 0 || moved.isVisible()) {
            moved.say(more);
        }
    }

    private void redraw(List<LearnerRow> rows) {
        rows.forEach(items::refreshItem);
    }

    /** Who looked at the list has gone on: what waited may come, unless they left it further down. */
    private void catchUp() {
        if (moved.isVisible() && !items.scrolled()) {
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

    private Component menu(Component now, LearnerRow row) {
        return RowMenu.renewed(now, this, row, actor.may(Permission.MANAGE_USERS), commands);
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
