package app.rollcall.learner.ui;

import app.rollcall.learner.SavedView;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The saved views: a button with the name of the one that is open, and behind it all there are. */
final class ViewsButton extends Span {

    private final Button button = new Button();
    private final Span before = Unseen.words(getTranslation("directory.view.spoken"));
    private final Span label = new Span();
    private final Span mark = new Span(getTranslation("directory.view.changed"));
    private final Popover popover = new Popover();
    private final transient ViewList list;
    private final transient Sinks.Many<Boolean> asked = Sinks.many().multicast().directBestEffort();
    private transient @Nullable SavedView open;
    private boolean changed;

    /** @param all reads all there are, whenever they are about to be chosen from */
    ViewsButton(Supplier<Mono<List<SavedView>>> all, ViewList list) {
        this.list = list;
        addClassName("views");
        label.addClassName("views-label");
        mark.addClassName("k");
        button.setId("views");
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("quiet");
        button.setPrefixComponent(Icons.BOOKMARK.create());
        button.setSuffixComponent(Icons.CHEVRON_DOWN.create());
        // The spaces are for those who have the name read out, letter by letter the same as what is seen.
        button.getElement()
                .appendChild(
                        before.getElement(),
                        new Text(" ").getElement(),
                        label.getElement(),
                        new Text(" ").getElement(),
                        mark.getElement());
        popover.addClassName("views-popover");
        popover.add(list);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("directory.views"));
        popover.setModal(false);
        popover.setAutofocus(true);
        // Made anew each time, and only then: nothing moves under a pointer.
        popover.addOpenedChangeListener(change -> {
            list.clear();
            if (change.isOpened()) {
                asked.tryEmitNext(true);
            }
        });
        FluxBinding.state(this, () -> asked.asFlux().concatMap(_ -> all.get()), this::offer);
        add(button, popover);
        show(null, false);
    }

    private void offer(List<SavedView> views) {
        if (popover.isOpened()) {
            list.show(views, open, changed);
        }
    }

    /** What works while a command runs. The button itself keeps the focus. */
    Component working() {
        return label;
    }

    void close() {
        popover.close();
    }

    /** @param now the view that is open, if any */
    void show(@Nullable SavedView now, boolean differs) {
        open = now;
        changed = now != null && differs;
        label.setText(now == null ? getTranslation("directory.views") : now.name());
        label.setTitle(now == null ? "" : now.name());
        mark.setVisible(changed);
        button.setClassName("open", now != null);
        before.setVisible(now != null);
    }
}
