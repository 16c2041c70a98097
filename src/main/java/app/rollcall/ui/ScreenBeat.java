package app.rollcall.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What streams bring to one screen, brought together, so that no second has more than four updates (LV-07): each costs a browser
 * a layout and a paint, however many streams it comes from.
 *
 * <p>What follows changes of many takes its turn among all screens of the node, which draw it with a quarter of its processors at
 * most. The rest is for what somebody does to a few, for those who ask, and for the change itself.
 */
final class ScreenBeat {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenBeat.class);

    /** What takes longer waits for the database, not for a processor. */
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(20);

    private final UI ui;
    private final Tempo tempo = new Tempo();
    private final Line soon = new Line(false);
    private final Line inTurn = new Line(true);

    /** Whether this screen had its turn while its tempo let only deeds through: then the next of them takes it along. */
    private boolean missed;

    /** Changes that come together, and whether they are on their way. */
    private record Line(boolean patient, Queue<Runnable> waiting, AtomicBoolean coming) {

        Line(boolean patient) {
            this(patient, new ConcurrentLinkedQueue<>(), new AtomicBoolean());
        }
    }

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
        add(soon, change);
    }

    /** As {@link #soon}, but when it is this screen's turn. */
    void inTurn(Runnable change) {
        add(inTurn, change);
    }

    private void add(Line line, Runnable change) {
        line.waiting.add(change);
        next(line);
    }

    private void next(Line line) {
        if (!line.waiting.isEmpty() && line.coming.compareAndSet(false, true)) {
            long pause = tempo.pause(System.nanoTime(), line.patient);
            Scheduler threads = line.patient ? ScreenThreads.TURNS : ScreenThreads.SCHEDULER;
            Runnable update = line.patient ? this::updateInTurn : () -> update(line);
            if (pause > 0) {
                Schedulers.parallel().schedule(() -> threads.schedule(update), pause, TimeUnit.NANOSECONDS);
            } else if (line.patient) {
                threads.schedule(update);
            } else {
                update.run();
            }
        }
    }

    /** A turn lasts until the screen is sent what is new; if its lock is taken, whoever has it sends it, and the turn is over at once. */
    private void updateInTurn() {
        long began = System.nanoTime();
        update(inTurn);
        try {
            // As long again the processor is left to who changes something, or asks.
            TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST_REST, System.nanoTime() - began));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void update(Line line) {
        try {
            ui.access(() -> come(line));
        } catch (UIDetachedException gone) {
            line.waiting.clear();
            LOG.debug("The screen was closed before a change reached it");
        }
    }

    /** Under the lock, which may have been long in coming: another update may have come before it. */
    private void come(Line line) {
        line.coming.set(false);
        long now = System.nanoTime();
        if (tempo.pause(now, line.patient) > 0) {
            missed |= line.patient;
            next(line);
        } else if (!line.waiting.isEmpty()) {
            tempo.came(now);
            run(soon);
            if (line.patient || missed) {
                missed = false;
                run(inTurn);
            }
        }
    }

    /** Each by itself, so that one that fails takes no other with it; sent together, when the lock is given back. */
    private void run(Line line) {
        for (Runnable change = line.waiting.poll(); change != null; change = line.waiting.poll()) {
            ui.access(change::run);
        }
    }
}
