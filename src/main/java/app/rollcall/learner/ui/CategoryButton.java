package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryFilter;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The filter by category (OM-08): a button that says how many are chosen, and behind it which, and how they must fit. */
final class CategoryButton extends Span {

    private final Button button = new Button();
    private final Span label = new Span(getTranslation("category.filter"));
    private final Span count = new Span();
    private final Popover popover = new Popover();
    private final transient Sinks.Many<Boolean> asked = Sinks.many().multicast().directBestEffort();
    private final transient Consumer<CategoryFilter> chosen;
    private transient CategoryFilter filter = CategoryFilter.OFF;
    private @Nullable CategoryChoice choice;

    /** @param categories reads all there are, when they are about to be chosen from */
    CategoryButton(Supplier<Mono<List<Category>>> categories, Consumer<CategoryFilter> chosen) {
        this.chosen = chosen;
        addClassName("by-category");
        count.addClassName("k");
        label.addClassName("by-category-label");
        button.setId("by-category");
        button.setPrefixComponent(Icons.TAG.create());
        button.setSuffixComponent(Icons.CHEVRON_DOWN.create());
        button.getElement().appendChild(label.getElement(), count.getElement());
        // Each time there may be new ones. The form stays enabled while they are read, for the focus is in it.
        button.addClickListener(_ -> {
            choice();
            asked.tryEmitNext(true);
        });
        FluxBinding.state(this, () -> asked.asFlux().concatMap(_ -> categories.get()), all -> choice().offer(all));
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("category.filter.title"));
        popover.setModal(false);
        popover.setAutofocus(true);
        add(button, popover);
        show(filter);
    }

    /** What is behind the button is made when it is pressed first: most never do. */
    private CategoryChoice choice() {
        CategoryChoice there = choice;
        if (there == null) {
            there = new CategoryChoice(filter, this::accept);
            popover.add(there);
            choice = there;
        }
        return there;
    }

    private void accept(CategoryFilter other) {
        show(other);
        chosen.accept(other);
    }

    /** Shows a filter, wherever it comes from. */
    void show(CategoryFilter other) {
        filter = other;
        int number = other.ids().size();
        if (choice != null) {
            choice.show(other);
        }
        count.setText(number == 0 ? "" : String.valueOf(number));
        count.setVisible(number > 0);
        button.setClassName("on", number > 0);
        button.setAriaLabel(
                number == 0
                        ? getTranslation("category.filter.title")
                        : getTranslation(
                                "category.filter.spoken",
                                number,
                                getTranslation(
                                        "category.filter." + other.match().code())));
    }
}
