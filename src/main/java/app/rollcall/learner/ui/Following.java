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
        FluxBinding.tide(grid, feed::stale, _ -> follow());
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
        list.recount();
        follow();
    }

    /** Few learners changed: their rows are updated where they stand, and glow once. */
    private void changed(Changed change) {
        boolean others = change.byId() != me.value();
        if (change.deed() != null) {
            list.screen().done(change.deed(), change.ids().size());
        }
        touched.touch(change.ids(), others ? change.by() : null);
        mine |= !others;
        if (change.counts() == null) {
            list.grid().redraw(change.rows());
            list.recount();
            return;
        }
        list.recounted(change.counts());
        if (list.more() == 0 || waits()) {
            list.grid().redraw(change.rows());
            announce(list.more());
        } else {
            list.reload();
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

    private void comeOrWait() {
        if (waits()) {
            lookAgain();
            announce(list.more());
        } else {
            list.reload();
        }
    }

    /** Too many changed to name them: the counts say so; the list follows more slowly, unless somebody reads further down. */
    private void arrived(LearnerCounts found) {
        if (!found.equals(list.counts())) {
            list.screen().manyChanged();
        }
        list.recounted(found);
        if (somebodyReads()) {
            announce(list.more());
        } else {
            list.settle();
        }
    }

    /** The rows on screen may be old. Those that come or go must not move what somebody looks at: they wait. */
    private void follow() {
        mine = false;
        comeOrWait();
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
