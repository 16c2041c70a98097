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
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.LazyItems;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What the directory lists: the rows of a filter in an order, read page by page, and how many there are. */
final class LearnerList {

    private final Directory directory;
    private final Actor actor;
    private final Screen screen;
    private final Trail trail = new Trail();
    private final Places places = new Places();
    private final LazyItems<LearnerRow> items;
    private final LearnerGrid grid;
    private final Following following;
    private final LearnersEmpty empty;
    private final Sinks.Many<LearnerFilter> chosen = Sinks.many().replay().latest();
    private final Sinks.Many<Integer> jumps = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<LearnerFilter> again = Sinks.many().multicast().directBestEffort();
    private volatile LearnerOrder order = LearnerOrder.NAME;
    private volatile LearnerFilter filter = LearnerFilter.EVERYBODY;
    private LearnerCounts counts = LearnerCounts.NONE;
    private long shown;
    private boolean fresh;
    private @Nullable Listed listed;

    /** What was asked to be listed. */
    private record Listed(LearnerFilter filter, LearnerOrder order) {}

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
                        .doOnNext(rows -> read(offset, rows)),
                () -> directory.counts(actor, filter).map(found -> found.of(filter.status())));
        Touched touched = new Touched(clock);
        grid = new LearnerGrid(items, clock, touched, actions, actor.may(Permission.MANAGE_USERS));
        empty = new LearnersEmpty(remedy);
        DirectoryFeed feed = new DirectoryFeed(directory, live, actor, () -> filter);
        following = new Following(this, items, touched, actor, feed);
        FluxBinding.events(grid, () -> feed.surveyed(jumps.asFlux(), () -> order, trail), _ -> {});
        FluxBinding.state(grid, () -> feed.counts(chosen.asFlux(), again.asFlux()), this::counted);
    }

    LearnerGrid grid() {
        return grid;
    }

    MovedNote moved() {
        return following.moved();
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

    /** The table has asked for its rows in this order. */
    void sorted(LearnerOrder other) {
        order = other;
        listed = new Listed(filter, other);
    }

    /** Some of the rows, as they are in the list now. */
    Mono<List<LearnerRow>> rows(int offset, int limit) {
        return directory.page(actor, filter, order, offset, limit);
    }

    private void read(int offset, List<LearnerRow> rows) {
        places.loaded(offset, rows);
        jumps.tryEmitNext(offset);
        if (rows.isEmpty()) {
            // Why there are none should not wait for rows.
            recount();
        }
    }

    /** The rows come at once; the counts when they are there, for counting many takes longer than showing fifty. */
    void show(LearnerFilter now) {
        Listed wanted = new Listed(now, order);
        chosen.tryEmitNext(now);
        if (wanted.equals(listed) && stands()) {
            following.caughtUp();
            return;
        }
        if (!wanted.equals(listed)) {
            grid.toTop();
        }
        listed = wanted;
        fresh = true;
        filter = now;
        grid.of(now.status());
        grid.sizeLater();
        fetch();
    }

    /** Whether those in sight still are; of them what is not as it was is drawn. */
    private boolean stands() {
        Optional<List<LearnerRow>> now = items.again();
        now.ifPresent(grid::renew);
        return now.isPresent();
    }

    /** Counts again; what is found may change what is listed. */
    void recount() {
        again.tryEmitNext(filter);
    }

    /** Lists what matches now. */
    void reload() {
        shown = counts.of(filter.status());
        settle();
        fetch();
    }

    /** How many are listed is known anew, and the rows in sight are drawn as they are: the others come when they are asked for. */
    void resize() {
        shown = counts.of(filter.status());
        grid.size(() -> shown);
        settle();
        following.caughtUp();
        trail.clear();
    }

    /** Whether more are listed than these. */
    boolean longerThan(List<LearnerRow> rows) {
        return shown > rows.size();
    }

    private void fetch() {
        following.caughtUp();
        trail.clear();
        items.refreshAll();
    }

    private void counted(DirectoryFeed.Of<LearnerCounts> found) {
        if (!lists(found.filter())) {
            // Those of what is listed now are on their way.
            return;
        }
        recounted(found.what());
        if (fresh) {
            fresh = false;
            shown = counts.of(filter.status());
            grid.size(() -> shown);
            settle();
        } else {
            following.counted();
        }
    }

    /** Whether this is what is listed, and not what was before. */
    boolean lists(LearnerFilter asked) {
        return filter.equals(asked);
    }

    void recounted(LearnerCounts found) {
        counts = found;
        long matching = found.of(filter.status());
        trail.total(filter, matching);
        screen.counted(found);
    }

    /** The table, or why there is nothing in it. */
    void settle() {
        boolean nothing = counts.of(filter.status()) == 0;
        grid.setVisible(!nothing);
        empty.show(nothing, filter);
    }

    /** How many more, or with a minus fewer, match than are listed. */
    long more() {
        return counts.of(filter.status()) - shown;
    }

    LearnerCounts counts() {
        return counts;
    }

    Screen screen() {
        return screen;
    }
}
