package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Takes something from somebody by the button of its row, and gives it back by Undo as long as the notice is there. */
public final class TakeAway {

    private final Component screen;
    private final Runnable reread;
    private final Function<Throwable, Optional<String>> failed;

    /**
     * @param reread called whenever the rows are not what they were
     * @param failed what to tell a person about a failure
     */
    public TakeAway(Component screen, Runnable reread, Function<Throwable, Optional<String>> failed) {
        this.screen = screen;
        this.reread = reread;
        this.failed = failed;
    }

    /**
     * The button at the end of a row.
     *
     * @param code names the row for tests
     */
    public static Button button(String label, String code) {
        Button button = new Button(Icons.CROSS.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.getElement().setAttribute("data-remove", code);
        return button;
    }

    /**
     * @param take empty when somebody else was first
     * @param back gives back what was taken
     */
    public <T> void run(Button control, Mono<T> take, Function<T, Mono<Void>> back, String taken, String goneAlready) {
        UiTask.run(
                control,
                take.map(Optional::of).defaultIfEmpty(Optional.empty()),
                what -> {
                    reread.run();
                    what.ifPresentOrElse(it -> offer(taken, back.apply(it)), () -> Notices.done(goneAlready));
                },
                failed);
    }

    private void offer(String taken, Mono<Void> back) {
        Notices.done(taken, screen.getTranslation("ui.undo"), () -> UiTask.run(screen, back, reread, failed));
    }
}
