package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryFilter;
import app.rollcall.learner.CategoryMatch;
import app.rollcall.ui.Segments;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which categories are chosen, how they must fit, and the way back to all. */
final class CategoryChoice extends Div {

    private final MultiSelectComboBox<Category> choice = new MultiSelectComboBox<>();
    private final Segments<CategoryMatch> match =
            new Segments<>(List.of(CategoryMatch.values()), how -> getTranslation("category.filter." + how.code()));
    private final Button clear = new Button(getTranslation("category.filter.clear"));
    private transient CategoryFilter filter;

    CategoryChoice(CategoryFilter filter, Consumer<CategoryFilter> chosen) {
        this.filter = filter;
        addClassName("by-category-form");
        choice.setId("category-choice");
        choice.setLabel(getTranslation("category.filter.which"));
        choice.setPlaceholder(getTranslation("category.filter.choose"));
        choice.setItemLabelGenerator(Category::name);
        choice.setSelectedItemsOnTop(true);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(this.filter.with(
                        change.getValue().stream().map(Category::id).toList()));
            }
        });
        match.setId("category-match");
        match.setAriaLabel(getTranslation("category.filter.how"));
        match.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(this.filter.matching(change.getValue()));
            }
        });
        clear.setId("category-clear");
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addClickListener(_ -> {
            choice.clear();
            chosen.accept(CategoryFilter.OFF);
        });
        add(choice, match, clear);
        show(filter);
    }

    void offer(List<Category> all) {
        choice.setItems(all);
        choice.setValue(all.stream()
                .filter(category -> filter.ids().contains(category.id()))
                .collect(Collectors.toSet()));
    }

    void show(CategoryFilter other) {
        filter = other;
        boolean chosen = !other.ids().isEmpty();
        match.setValue(other.match());
        clear.setEnabled(chosen);
        if (!chosen && !choice.isEmpty()) {
            choice.clear();
        }
    }
}
