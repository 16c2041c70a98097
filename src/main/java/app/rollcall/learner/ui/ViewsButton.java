package app.rollcall.learner.ui;

import app.rollcall.learner.SavedView;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The saved views: a button with the name of the one that is open, and behind it all there are. */
final class ViewsButton extends Span {

    private final Button button = new Button();
    private final Span label = new Span();
    private final Span mark = new Span(getTranslation("directory.view.changed"));
    private final Popover popover = new Popover();
    private final transient ViewList list;
    private final transient Sinks.Many<Boolean> asked = Sinks.many().multicast().directBestEffort();
    private transient @Nullable List<SavedView> views;
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
        button.getElement().appendChild(label.getElement(), mark.getElement());
        button.addClickListener(_ -> {
            list();
            asked.tryEmitNext(true);
        });
        popover.add(list);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("directory.views"));
        popover.setModal(false);
        popover.setAutofocus(true);
        FluxBinding.state(this, () -> asked.asFlux().concatMap(_ -> all.get()), this::offer);
        add(button, popover);
        show(null, false);
    }

    /** The focus went into the list as it was. */
    private void offer(List<SavedView> found) {
        boolean other = !found.equals(views);
        views = found;
        list();
        if (other && popover.isOpened()) {
            list.focusFirst();
        }
    }

    private void list() {
        list.show(views, open, changed);
    }

    /** What all commands start from. */
    Button button() {
        return button;
    }

    void close() {
        popover.close();
    }

    /** @param now the view that is open, if any */
    void show(@Nullable SavedView now, boolean differs) {
        if (!Objects.equals(now, open)) {
            // What is known of the others may be as old as this was.
            views = null;
        }
        open = now;
        changed = now != null && differs;
        label.setText(now == null ? getTranslation("directory.views") : now.name());
        label.setTitle(now == null ? "" : now.name());
        mark.setVisible(changed);
        button.setClassName("open", now != null);
        button.setAriaLabel(
                now == null
                        ? getTranslation("directory.views")
                        : getTranslation(
                                changed ? "directory.view.spoken.changed" : "directory.view.spoken", now.name()));
    }
}
