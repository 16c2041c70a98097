package app.rollcall.learner.ui;

import app.rollcall.learner.Deed;
import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerCounts;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.Trail;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.ui.Attention;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.SlowPoll;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The rows of the directory while others work on them (LV-05): what changed is redrawn where it stands, and nothing moves under
 * the pointer or away from who reads further down. What came or went is counted, and shown when it is asked for or nobody is there.
 */
final class LearnerList {

    private final Directory directory;
    private final Actor actor;
    private final Screen screen;
    private final Touched touched = new Touched();
    private final Trail trail = new Trail();
    private final Places places = new Places();
    private final LazyItems<LearnerRow> items;
    private final LearnerGrid grid;
    private final Attention attention;
    private final MovedNote moved = new MovedNote(this::reload);
    private final LearnersEmpty empty;
    private final Sinks.Many<LearnerFilter> asked = Sinks.many().replay().latest();
    private final Sinks.Many<List<PersonId>> onScreen = Sinks.many().multicast().directBestEffort();
    private LearnerOrder order = LearnerOrder.NAME;
    private volatile LearnerFilter filter = LearnerFilter.EVERYBODY;
    private LearnerCounts counts = LearnerCounts.NONE;
    private long shown;
    private boolean fresh;

    /** What else there is on the screen, and has to know. */
    interface Screen {

        /** How many match now. */
        void counted(LearnerCounts found);

        /** Somebody did something to so many learners. */
        void done(Deed deed, int learners);

        /** Too many learners changed to name them. */
        void manyChanged();
    }

    /** @param remedy what the empty state offers is shown */
    LearnerList(
            Directory directory,
            LiveEvents live,
            Actor actor,
            Clock clock,
            RowItems.Actions actions,
            Consumer<LearnerFilter> remedy,
            Screen screen) {
        this.directory = directory;
        this.actor = actor;
        this.screen = screen;
        items = new LazyItems<>(
                LearnerRow::id,
                (offset, limit, sort) -> directory
                        .page(actor, filter, Sorting.of(sort), offset, limit, trail)
                        .doOnNext(rows -> places.loaded(offset, rows)),
                () -> directory.counts(actor, filter).map(found -> found.of(filter.status())));
        grid = new LearnerGrid(items, clock, touched, actions, actor.may(Permission.MANAGE_USERS));
        attention = Attention.to(grid, this::catchUp);
        empty = new LearnersEmpty(remedy);
        DirectoryFeed feed = new DirectoryFeed(directory, live, actor, () -> filter);
        FluxBinding.events(grid, feed::deeds, this::changed);
        FluxBinding.state(grid, feed::bursts, this::arrived);
        FluxBinding.state(grid, feed::stale, _ -> follow());
        FluxBinding.state(grid, () -> feed.counts(asked.asFlux()), this::counted);
        FluxBinding.state(grid, () -> feed.rows(onScreen.asFlux()), this::redraw);
        SlowPoll.onPoll(grid, this::repair);
    }

    LearnerGrid grid() {
        return grid;
    }

    MovedNote moved() {
        return moved;
    }

    LearnersEmpty empty() {
        return empty;
    }

    Places places() {
        return places;
    }

    LearnerFilter filter() {
        return filter;
    }

    LearnerOrder order() {
        return order;
    }

    /** The next rows come in this order. */
    void order(LearnerOrder other) {
        order = other;
    }

    /** Some of the rows, as they are in the list now. */
    Mono<List<LearnerRow>> rows(int offset, int limit) {
        return directory.page(actor, filter, order, offset, limit);
    }

    void show(LearnerFilter chosen) {
        filter = chosen;
        grid.of(chosen.status());
        reread();
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
        screen.counted(found);
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
                    screen.done(change.deed(), change.ids().size());
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
            screen.manyChanged();
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
        grid.redraw(rows);
    }

    /** Who looked at the list has gone on: what waited may come, unless they left it further down. */
    private void catchUp() {
        if (moved.isVisible() && !items.scrolled()) {
            reload();
        }
    }
}
