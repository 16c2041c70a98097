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
import reactor.core.scheduler.Schedulers;

/**
 * What streams bring to one screen, brought together, so that no second has more than four updates (LV-07): each costs a browser
 * a layout and a paint, however many streams it comes from.
 */
final class ScreenBeat {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenBeat.class);
    private final UI ui;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean coming = new AtomicBoolean();
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
    void run(Runnable change) {
        waiting.add(change);
        next();
    }

    private void next() {
        if (!waiting.isEmpty() && coming.compareAndSet(false, true)) {
            long pause = tempo.pause(System.nanoTime());
            if (pause == 0) {
                update();
            } else {
                Schedulers.parallel()
                        .schedule(() -> ScreenThreads.SCHEDULER.schedule(this::update), pause, TimeUnit.NANOSECONDS);
            }
        }
    }

    private void update() {
        try {
            // Each by itself, so that one that fails takes no other with it; sent together, when the lock is given
            // back.
            ui.access(() -> {
                for (Runnable change = waiting.poll(); change != null; change = waiting.poll()) {
                    ui.access(change::run);
                }
            });
        } catch (UIDetachedException gone) {
            waiting.clear();
            LOG.debug("The screen was closed before a change reached it");
        }
        coming.set(false);
        next();
    }
}
