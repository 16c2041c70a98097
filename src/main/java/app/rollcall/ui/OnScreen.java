package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a part of a screen does for as long as it is there: attached, and its screen not put aside ({@link Kept}). */
public final class OnScreen {

    private static final Registration NOTHING = () -> {};

    private final Function<UI, Registration> begin;
    private Registration begun = NOTHING;
    private Registration turns = NOTHING;

    /** A kept screen was put aside, or is there again. */
    static final class Turned extends ComponentEvent<Component> {

        Turned(Component screen) {
            super(screen, false);
        }
    }

    private OnScreen(Function<UI, Registration> begin) {
        this.begin = begin;
    }

    /** Calls {@code begin} under the screen's lock whenever the part comes there, now if it is; what that gave is removed when it goes. */
    public static void during(Component part, Function<UI, Registration> begin) {
        OnScreen there = new OnScreen(begin);
        part.addAttachListener(event -> there.attached(part, event.getUI()));
        part.addDetachListener(_ -> there.detached());
        part.getUI().ifPresent(ui -> there.attached(part, ui));
    }

    /** Calls {@code back} whenever the part comes there once more. What a browser says of it meanwhile is not heard. */
    public static void again(Component part, Runnable back) {
        AtomicBoolean been = new AtomicBoolean();
        during(part, _ -> {
            if (been.getAndSet(false)) {
                back.run();
            }
            return () -> been.set(true);
        });
    }

    private void attached(Component part, UI ui) {
        detached();
        Optional<Component> screen = Stream.iterate(
                        Optional.of(part), Optional::isPresent, at -> at.flatMap(Component::getParent))
                .flatMap(Optional::stream)
                .filter(Kept.class::isInstance)
                .findFirst();
        screen.ifPresent(kept -> turns =
                ComponentUtil.addListener(kept, Turned.class, _ -> turned(part.isAttached() && kept.isVisible(), ui)));
        turned(screen.isEmpty() || screen.get().isVisible(), ui);
    }

    private void turned(boolean there, UI ui) {
        begun.remove();
        begun = there ? begin.apply(ui) : NOTHING;
    }

    private void detached() {
        turns.remove();
        begun.remove();
        turns = NOTHING;
        begun = NOTHING;
    }
}
