package app.rollcall.learner.ui;

import app.rollcall.invitation.ui.PendingPanel;
import app.rollcall.learner.Deed;
import app.rollcall.learner.Directory;
import app.rollcall.learner.DirectoryTable;
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
import app.rollcall.ui.GoKey;
import app.rollcall.ui.HeadAction;
import app.rollcall.ui.Kept;
import app.rollcall.ui.LiveFoot;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.Page;
import app.rollcall.ui.ScreenWidth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The directory, Management &gt; Members &gt; Learners (OM-01): wiring only. What it shows is in the URL; who comes back from a
 * record finds it as they left it.
 */
@UIScope
@SpringComponent
@Route(value = "management/members/learners", layout = MainLayout.class)
@Menu(title = "learner.title", icon = "people", order = 10)
@GoKey("l")
@RolesAllowed("LIST_LEARNERS")
class LearnersView extends Page implements HasDynamicTitle, Crumbs, Kept {

    private final transient Clock clock;
    private final transient Actor actor;
    private final transient LearnerList list;
    private final FilterBar filters;
    private final transient DirectoryTools tools;
    private final LiveFoot foot = DirectoryFoot.of(this);
    private final Div waiting = new Div();
    private final transient SelectedMode selected;
    private final transient Supplier<Component> pendingPanel;

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
        this.clock = clock;
        this.actor = current.get();
        RowCommands commands = new RowCommands(doors, actor, this);
        this.pendingPanel = () -> new PendingPanel(doors.waiting(), live, actor, clock);
        setTitle(getTranslation("learner.title"));
        setId("learners-view");
        list = new LearnerList(directory, live, actor, clock, commands, chosen -> show(chosen, true), new Around());
        LearnerGrid grid = list.grid();
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                list.sorted(Sorting.clicked(sort.getSortOrder()));
                tellUrl();
            }
        });
        filters = new FilterBar(this, () -> doors.categories().all(actor), chosen -> show(chosen, true));
        tools = new DirectoryTools(kept, actor, this, grid, this::open, this::tellUrl);
        selected = new SelectedMode(
                this,
                grid,
                this::open,
                list.places(),
                list::rows,
                new SelectedFeed(directory, live, actor),
                chosen -> new SelectedCommands(bulk, actor, this, chosen));
        selected.offer(actor.may(Permission.MANAGE_USERS));
        waiting.addClassName("waiting-place");
        content(list.moved(), waiting, grid, list.empty());
        foot(foot);
        headActions
                .orderedStream()
                .filter(action -> actor.may(action.permission()))
                .forEach(action -> actions(action.get()));
        ScreenWidth.follow(this, grid::fit);
    }

    @Override
    public void enter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        order(DirectoryUrl.order(parameters));
        LearnerFilter asks = DirectoryUrl.read(parameters);
        tools.read(parameters, DirectoryTable.of(asks.status()));
        show(asks, false);
    }

    /** Opens a saved view. */
    private void open(LearnerFilter chosen, LearnerOrder sorted) {
        order(sorted);
        show(chosen, true);
    }

    private void order(LearnerOrder order) {
        if (!order.equals(list.order())) {
            list.order(order);
            Sorting.show(list.grid(), order);
        }
    }

    private void show(LearnerFilter chosen, boolean byHand) {
        list.show(chosen);
        filters.show(chosen);
        tools.show(chosen, list.order());
        selected.filtered(chosen);
        showWaiting(chosen.status() == StatusFilter.PENDING && actor.may(Permission.MANAGE_USERS));
        if (byHand) {
            tellUrl();
        }
    }

    private void tellUrl() {
        String url = tools.show(list.filter(), list.order());
        if (!isVisible()) {
            // Put aside: the address is another screen's.
            return;
        }
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

    private final class Around implements LearnerList.Screen {

        @Override
        public void counted(LearnerCounts found) {
            long matching = found.of(list.filter().status());
            setCount(matching, getTranslation("learner.count", matching));
            filters.count(found);
            selected.counted(matching);
        }

        @Override
        public void done(Deed deed, int learners) {
            foot.say(
                    DirectoryWords.who(LearnersView.this, deed),
                    DirectoryWords.deed(LearnersView.this, deed, Moments.of(LearnersView.this, clock.instant())),
                    learners);
            DirectoryWords.notice(LearnersView.this, deed).ifPresent(Notices::done);
        }

        @Override
        public void manyChanged() {
            foot.say("", getTranslation("learner.many_changed"));
        }
    }

    /** Whoever has not joined has no record yet (OM-18, OM-19). */
    private void open(LearnerRow row) {
        if (!row.pending()) {
            getUI().ifPresent(ui -> ui.navigate(RecordUrl.path(row.id())));
        }
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
