package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryChange;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.learner.CategoryName;
import app.rollcall.ui.Segments;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses categories for one learner or several, and what is to be done with them: add, set, remove (OM-22, rule C13). */
final class CategoriesDialog extends Dialog {

    /** A category that is made when the choice is applied; until then its name is all there is of it. */
    private static final long NOT_YET = 0;

    private final Segments<How> how =
            new Segments<>(List.of(How.values()), way -> getTranslation("category.dialog." + way.code()));
    private final MultiSelectComboBox<Category> choice = new MultiSelectComboBox<>();
    private final Span says = new Span();
    private final Button apply = new Button(getTranslation("category.dialog.apply"));
    private final transient Whose whose;
    private final transient List<Category> all;
    private final transient BiConsumer<CategoryChange, CategoriesDialog> chosen;

    /**
     * Whose categories they are, in words.
     *
     * @param held what they are in now: of several, what at least one of them is in
     */
    record Whose(String title, List<Category> held, boolean areSeveral, Function<How, String> says) {

        static Whose one(Component words, String name, List<Category> held) {
            return new Whose(
                    words.getTranslation("category.dialog.title", name),
                    held,
                    false,
                    way -> held.isEmpty()
                            ? words.getTranslation("category.dialog.says.none", name)
                            : words.getTranslation("category.dialog.says." + way.code(), name, names(held)));
        }

        static Whose several(Component words, int count, List<Category> held) {
            return new Whose(
                    words.getTranslation("bulk.categories.title", count),
                    held,
                    true,
                    way -> held.isEmpty() && way != How.ADD
                            ? words.getTranslation("bulk.categories.says.none")
                            : words.getTranslation("bulk.categories.says." + way.code(), names(held)));
        }

        private static String names(List<Category> some) {
            return some.stream().map(Category::name).collect(Collectors.joining(", "));
        }
    }

    CategoriesDialog(Whose whose, List<Category> all, BiConsumer<CategoryChange, CategoriesDialog> chosen) {
        this.whose = whose;
        this.all = new ArrayList<>(all);
        this.chosen = chosen;
        setId("categories-dialog");
        addClassName("categories");
        setHeaderTitle(whose.title());
        how.setId("categories-how");
        how.setAriaLabel(getTranslation("category.dialog.how"));
        how.addValueChangeListener(change -> turn(change.getValue()));
        choice.setId("categories-choice");
        choice.setLabel(getTranslation("category.dialog.which"));
        choice.setItemLabelGenerator(Category::name);
        choice.setClearButtonVisible(true);
        choice.setWidthFull();
        choice.addCustomValueSetListener(typed -> typed(typed.getDetail()));
        choice.addValueChangeListener(_ -> choice.setInvalid(false));
        says.addClassName("t2");
        Div form = new Div(how, choice, says);
        form.addClassName("categories-form");
        add(form);
        Button cancel = new Button(getTranslation("category.dialog.cancel"), _ -> close());
        cancel.setId("categories-cancel");
        apply.setId("categories-apply");
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addClickListener(_ -> accept());
        getFooter().add(cancel, apply);
        turn(How.ADD);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                choice.focus();
            }
        });
    }

    /** The button that is pressed to have it done. */
    Button apply() {
        return apply;
    }

    /** What was picked so far is kept as far as it makes sense for the other way. */
    private void turn(How way) {
        Set<Category> picked = new LinkedHashSet<>(choice.getValue());
        switch (way) {
            case ADD -> {
                if (!whose.areSeveral()) {
                    whose.held().forEach(picked::remove);
                }
            }
            case SET -> {
                if (!whose.areSeveral()) {
                    picked.addAll(whose.held());
                }
            }
            case REMOVE -> picked.retainAll(whose.held());
        }
        choice.setItems(way == How.REMOVE ? whose.held() : all);
        choice.setValue(picked);
        choice.setAllowCustomValue(way != How.REMOVE);
        choice.setHelperText(way == How.REMOVE ? "" : getTranslation("category.dialog.new"));
        says.setText(whose.says().apply(way));
    }

    /** A name that is there already, in whatever case, is that category. */
    private void typed(String text) {
        CategoryName.of(text)
                .ifPresentOrElse(
                        typed -> pick(all.stream()
                                .filter(category -> category.name().equalsIgnoreCase(typed.value()))
                                .findFirst()
                                .orElseGet(() -> newcomer(typed))),
                        () -> refuse("category.name.wrong"));
    }

    private Category newcomer(CategoryName typed) {
        Category category = new Category(NOT_YET, typed.value(), 0);
        Set<Category> picked = choice.getValue();
        all.addFirst(category);
        choice.setItems(all);
        choice.setValue(picked);
        return category;
    }

    private void pick(Category category) {
        Set<Category> picked = new LinkedHashSet<>(choice.getValue());
        picked.add(category);
        choice.setValue(picked);
    }

    private void refuse(String key) {
        choice.setInvalid(true);
        choice.setErrorMessage(getTranslation(key, CategoryName.LONGEST));
    }

    private void accept() {
        if (choice.isInvalid()) {
            choice.focus();
        } else if (choice.isEmpty() && how.getValue() != How.SET) {
            refuse("category.dialog.nothing");
            choice.focus();
        } else {
            chosen.accept(change(), this);
        }
    }

    private CategoryChange change() {
        return new CategoryChange(
                how.getValue(),
                choice.getValue().stream()
                        .map(Category::id)
                        .filter(id -> id != NOT_YET)
                        .collect(Collectors.toSet()),
                choice.getValue().stream()
                        .filter(category -> category.id() == NOT_YET)
                        .map(category -> new CategoryName(category.name()))
                        .toList());
    }
}
