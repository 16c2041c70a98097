package app.rollcall.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * What streams bring to one screen, brought together, so that no second has more than four updates (LV-07): each costs a browser
 * a layout and a paint, however many streams it comes from.
 *
 * <p>What follows changes of many takes its turn among all screens of the node, which draw it with half of its processors at most.
 * The other half is for what somebody does to a few, and for those who ask.
 */
final class ScreenBeat {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenBeat.class);
    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final UI ui;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean comesSoon = new AtomicBoolean();
    private final AtomicBoolean comesInTurn = new AtomicBoolean();
    private final Tempo tempo = new Tempo();

    private ScreenBeat(UI ui) {
        this.ui = ui;
    }

    /** The screen's one beat; call it under the screen's lock. */
    static ScreenBeat of(UI ui) {
        ScreenBeat beat = ComponentUtil.getData(ui, ScreenBeat.class);
        if (beat == null) {
            beat = new ScreenBeat(ui);
            ComponentUtil.setData(ui, ScreenBeat.class, beat);
        }
        return beat;
    }

    /** Runs a change under the screen's lock, after those that came before it; never once the screen is closed. */
    void soon(Runnable change) {
        waiting.add(change);
        next(comesSoon);
    }

    /** As {@link #soon}, when it is this screen's turn; or with a change that comes sooner. */
    void inTurn(Runnable change) {
        waiting.add(change);
        next(comesInTurn);
    }

    private void next(AtomicBoolean coming) {
        if (!waiting.isEmpty() && coming.compareAndSet(false, true)) {
            boolean patient = coming == comesInTurn;
            long pause = tempo.pause(System.nanoTime(), patient);
            Runnable update = patient ? this::updateInTurn : () -> update(coming);
            if (pause > 0) {
                Schedulers.parallel()
                        .schedule(() -> ScreenThreads.SCHEDULER.schedule(update), pause, TimeUnit.NANOSECONDS);
            } else if (patient) {
                ScreenThreads.SCHEDULER.schedule(update);
            } else {
                update.run();
            }
        }
    }

    private void updateInTurn() {
        // A turn lasts until the screen is sent what is new; if its lock is taken, whoever has it sends it, and the
        // turn is over at once.
        TURNS.acquireUninterruptibly();
        try {
            update(comesInTurn);
        } finally {
            TURNS.release();
        }
    }

    private void update(AtomicBoolean coming) {
        try {
            if (!waiting.isEmpty()) {
                ui.access(this::runWaiting);
            }
        } catch (UIDetachedException gone) {
            waiting.clear();
            LOG.debug("The screen was closed before a change reached it");
        }
        coming.set(false);
        next(coming);
    }

    /** Each by itself, so that one that fails takes no other with it; sent together, when the lock is given back. */
    private void runWaiting() {
        for (Runnable change = waiting.poll(); change != null; change = waiting.poll()) {
            ui.access(change::run);
        }
    }
}
