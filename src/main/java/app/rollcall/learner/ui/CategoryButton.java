package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryFilter;
import app.rollcall.learner.CategoryMatch;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Segments;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The filter by category (OM-08): a button that says how many are chosen, and behind it which, and how they must fit. */
final class CategoryButton extends Span {

    private final Button button = new Button();
    private final Span label = new Span(getTranslation("category.filter"));
    private final Span count = new Span();
    private final MultiSelectComboBox<Category> choice = new MultiSelectComboBox<>();
    private final Segments<CategoryMatch> match =
            new Segments<>(List.of(CategoryMatch.values()), how -> getTranslation("category.filter." + how.code()));
    private final Button clear = new Button(getTranslation("category.filter.clear"));
    private final Div form;
    private final transient Sinks.Many<Boolean> asked = Sinks.many().multicast().directBestEffort();
    private final transient Consumer<CategoryFilter> chosen;
    private transient CategoryFilter filter = CategoryFilter.OFF;

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
        FluxBinding.state(this, () -> asked.asFlux().concatMap(_ -> categories.get()), this::offer);
        choice.setId("category-choice");
        choice.setLabel(getTranslation("category.filter.which"));
        choice.setPlaceholder(getTranslation("category.filter.choose"));
        choice.setItemLabelGenerator(Category::name);
        choice.setSelectedItemsOnTop(true);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                accept(filter.with(change.getValue().stream().map(Category::id).toList()));
            }
        });
        match.setId("category-match");
        match.setAriaLabel(getTranslation("category.filter.how"));
        match.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                accept(filter.matching(change.getValue()));
            }
        });
        clear.setId("category-clear");
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addClickListener(_ -> {
            choice.clear();
            accept(CategoryFilter.OFF);
        });
        form = new Div(choice, match, clear);
        form.addClassName("by-category-form");
        add(button, popover());
        show(filter);
    }

    private Popover popover() {
        Popover popover = new Popover();
        // What is behind the button is sent when it is pressed first: most never do. Each time there may be new ones.
        // The form stays enabled while they are read, for the focus is in it.
        button.addClickListener(_ -> {
            if (form.getParent().isEmpty()) {
                popover.add(form);
            }
            asked.tryEmitNext(true);
        });
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("category.filter.title"));
        popover.setModal(false);
        popover.setAutofocus(true);
        return popover;
    }

    private void offer(List<Category> all) {
        choice.setItems(all);
        choice.setValue(all.stream()
                .filter(category -> filter.ids().contains(category.id()))
                .collect(Collectors.toSet()));
    }

    private void accept(CategoryFilter other) {
        show(other);
        chosen.accept(other);
    }

    /** Shows a filter, wherever it comes from. */
    void show(CategoryFilter other) {
        filter = other;
        int number = other.ids().size();
        match.setValue(other.match());
        count.setText(number == 0 ? "" : String.valueOf(number));
        count.setVisible(number > 0);
        clear.setEnabled(number > 0);
        button.setClassName("on", number > 0);
        button.setAriaLabel(
                number == 0
                        ? getTranslation("category.filter.title")
                        : getTranslation(
                                "category.filter.spoken",
                                number,
                                getTranslation(
                                        "category.filter." + other.match().code())));
        if (number == 0 && !choice.isEmpty()) {
            choice.clear();
        }
    }
}
