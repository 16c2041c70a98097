package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The crossing for commands. The control that started one is disabled and shows its own ring until the answer is there, so a
 * second click has no effect. The command goes on when the screen is closed meanwhile.
 */
public final class UiTask {

    private static final Logger LOG = LoggerFactory.getLogger(UiTask.class);
    private static final String WORKING = "working";

    private UiTask() {}

    /** What a command was started on: it rests, and shows that it is at work, until the answer is there. */
    public interface Control {

        UI ui();

        boolean working();

        void working(boolean now);

        static Control of(Component component) {
            return new Control() {
                @Override
                public UI ui() {
                    return component.getUI().orElseGet(UI::getCurrent);
                }

                @Override
                public boolean working() {
                    return component.hasClassName(WORKING);
                }

                @Override
                public void working(boolean now) {
                    component.setClassName(WORKING, now);
                    component.getElement().setAttribute("aria-busy", now);
                    if (component instanceof HasEnabled able) {
                        able.setEnabled(!now);
                    }
                }
            };
        }
    }

    /**
     * Runs a command with a result.
     *
     * @param done called under the UI's lock with the result, after the control is enabled again; not called without a result
     * @param sentence what to tell a person about a failure; empty for one that nobody expected: that is logged with a reference,
     *     which the person is shown
     */
    public static <T> void run(
            Component control, Mono<T> command, Consumer<T> done, Function<Throwable, Optional<String>> sentence) {
        run(Control.of(control), command, done, sentence);
    }

    /** The same on a control that is no component of its own. */
    public static <T> void run(
            Control control, Mono<T> command, Consumer<T> done, Function<Throwable, Optional<String>> sentence) {
        start(control, command, result -> result.ifPresent(done), sentence);
    }

    /** Runs a command of which only the end matters. */
    public static <T> void run(
            Component control, Mono<T> command, Runnable done, Function<Throwable, Optional<String>> sentence) {
        run(Control.of(control), command, done, sentence);
    }

    /** The same on a control that is no component of its own. */
    public static <T> void run(
            Control control, Mono<T> command, Runnable done, Function<Throwable, Optional<String>> sentence) {
        start(control, command, result -> done.run(), sentence);
    }

    /**
     * Runs the command of a field that has just changed. It stays enabled, for a disabled field loses the focus.
     *
     * @param failed puts the field back; called before the sentence is shown
     */
    public static void keepFocus(
            Component field, Mono<?> command, Runnable failed, Function<Throwable, Optional<String>> sentence) {
        UI ui = field.getUI().orElseGet(UI::getCurrent);
        command.publishOn(ScreenThreads.SCHEDULER)
                .subscribe(
                        _ -> {},
                        failure -> access(ui, () -> {
                            failed.run();
                            tell(ui, failure, sentence);
                        }));
    }

    private static <T> void start(
            Control control,
            Mono<T> command,
            Consumer<Optional<T>> done,
            Function<Throwable, Optional<String>> sentence) {
        if (control.working()) {
            return;
        }
        UI ui = control.ui();
        control.working(true);
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        command.publishOn(ScreenThreads.SCHEDULER)
                .subscribe(
                        result::set,
                        failure -> back(ui, control, () -> tell(ui, failure, sentence)),
                        () -> back(ui, control, () -> done.accept(Optional.ofNullable(result.get()))));
    }

    private static void back(UI ui, Control control, Runnable then) {
        access(ui, () -> {
            control.working(false);
            then.run();
        });
    }

    private static void access(UI ui, Runnable then) {
        try {
            ui.access(then::run);
        } catch (UIDetachedException gone) {
            LOG.debug("The screen was closed before its command ended");
        }
    }

    private static void tell(UI ui, Throwable failure, Function<Throwable, Optional<String>> sentence) {
        Notices.alert(sentence.apply(failure).orElseGet(() -> {
            String reference =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("A command failed, reference {}", reference, failure);
            return ui.getTranslation("ui.failed", reference);
        }));
    }
}
