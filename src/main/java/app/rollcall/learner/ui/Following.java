package app.rollcall.learner.ui;

import app.rollcall.learner.Changed;
import app.rollcall.learner.LearnerCounts;
import app.rollcall.learner.LearnerRow;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.ui.Attention;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.SlowPoll;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What becomes of the listed rows while others work on them (LV-05): what changed is redrawn where it stands, and nothing moves
 * under the pointer or away from who reads further down. What came or went is counted, and shown when it is asked for or nobody
 * is there.
 */
final class Following {

    private final LearnerList list;
    private final LazyItems<LearnerRow> items;
    private final Touched touched;
    private final PersonId me;
    private final Attention attention;
    private final MovedNote moved;
    private boolean mine;
    private final Sinks.Many<List<PersonId>> onScreen = Sinks.many().multicast().directBestEffort();

    private final Sinks.Many<Boolean> behind = Sinks.many().multicast().directBestEffort();

    /** Counts what was told of few: rows that were read before one of these are older than those drawn. */
    private volatile long told;

    /** The top of the list as it was read when so much had been told; without rows when something else is in sight. */
    private record Top(List<LearnerRow> rows, long told) {}

    Following(LearnerList list, LazyItems<LearnerRow> items, Touched touched, Actor actor, DirectoryFeed feed) {
        this.list = list;
        this.items = items;
        this.touched = touched;
        me = actor.id();
        moved = new MovedNote(list::reload);
        LearnerGrid grid = list.grid();
        attention = Attention.to(grid, this::catchUp);
        FluxBinding.events(grid, feed::deeds, this::changed);
        FluxBinding.tide(grid, feed::bursts, this::arrived);
        FluxBinding.tide(grid, () -> feed.stale(behind.asFlux(), this::top), this::follow);
        FluxBinding.state(grid, () -> feed.rows(onScreen.asFlux()), grid::renew);
        SlowPoll.onPoll(grid, this::glance, this::repair);
    }

    MovedNote moved() {
        return moved;
    }

    /** What is listed is what matches. */
    void caughtUp() {
        moved.setVisible(false);
    }

    /** The rows in sight once more, and how many there are; what is found to be different is followed. */
    private void glance() {
        list.recount();
        lookAgain();
    }

    private void lookAgain() {
        onScreen.tryEmitNext(items.seen().stream().map(LearnerRow::id).toList());
    }

    /** What may have been missed: all is read again, but where it stands. */
    private void repair() {
        mine = false;
        list.recount();
        comeOrWait();
    }

    /** Few learners changed: their rows are updated where they stand, and glow once. */
    private void changed(DirectoryFeed.Of<Changed> read) {
        Changed change = read.what();
        told++;
        boolean others = change.byId() != me.value();
        if (change.deed() != null) {
            list.screen().done(change.deed(), change.ids().size());
        }
        touched.touch(change.ids(), others ? change.by() : null);
        mine |= !others;
        if (change.counts() == null || !list.lists(read.filter())) {
            list.grid().redraw(change.rows());
            list.recount();
            return;
        }
        list.recounted(change.counts());
        list.grid().redraw(change.rows());
        if (list.more() == 0 || waits()) {
            announce(list.more());
        } else {
            comeOrWait();
        }
        mine = false;
    }

    /** Whether what came or went has to wait: what I did myself never does. */
    private boolean waits() {
        return !mine && somebodyReads();
    }

    /** How many match is known anew. */
    void counted() {
        if (list.more() != 0) {
            comeOrWait();
        }
        mine = false;
    }

    /** What I did myself is at once as it should be; what others did, when it is this screen's turn. */
    private void comeOrWait() {
        if (waits()) {
            lookAgain();
            announce(list.more());
        } else if (mine) {
            list.reload();
        } else {
            behind.tryEmitNext(true);
        }
    }

    /** Too many changed to name them: the counts say so; the list follows more slowly, unless somebody reads further down. */
    private void arrived(DirectoryFeed.Of<LearnerCounts> found) {
        if (!list.lists(found.filter())) {
            return;
        }
        if (!found.what().equals(list.counts())) {
            list.screen().manyChanged();
        }
        list.recounted(found.what());
        if (somebodyReads()) {
            announce(list.more());
        } else {
            list.settle();
        }
    }

    /** What is in sight at the top, once more: all screens with the same list read it together. */
    private Mono<Top> top() {
        long now = told;
        int rows = items.scrolled() ? 0 : items.top().size();
        return (rows == 0 ? Mono.just(List.<LearnerRow>of()) : list.rows(0, rows)).map(read -> new Top(read, now));
    }

    /**
     * The rows on screen may be old. Those that come or go must not move what somebody looks at: they wait. If none did, only
     * what is not as it was is drawn.
     */
    private void follow(Top now) {
        mine = false;
        if (somebodyReads()) {
            comeOrWait();
        } else if (now.told == told && list.longerThan(now.rows) && same(now.rows, items.top())) {
            list.grid().mend(now.rows);
            list.resize();
        } else {
            list.reload();
        }
    }

    private static boolean same(List<LearnerRow> now, List<LearnerRow> before) {
        return !now.isEmpty()
                && now.stream()
                        .map(LearnerRow::id)
                        .toList()
                        .equals(before.stream().map(LearnerRow::id).toList());
    }

    private boolean somebodyReads() {
        return list.grid().isVisible() && (attention.here() || items.scrolled());
    }

    private void announce(long more) {
        if (more != 0 || moved.isVisible()) {
            moved.say(more);
        }
    }

    /** Who looked at the list has gone on: what waited may come, unless they left it further down. */
    private void catchUp() {
        if (moved.isVisible() && !items.scrolled()) {
            list.reload();
        }
    }
}
