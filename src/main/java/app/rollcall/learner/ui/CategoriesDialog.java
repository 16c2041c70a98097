package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryChange;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.learner.CategoryName;
import app.rollcall.ui.Segments;
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
import java.util.stream.Collectors;

/** Chooses categories for one learner, and what is to be done with them: add, set, remove (OM-22, rule C13). */
final class CategoriesDialog extends Dialog {

    /** A category that is made when the choice is applied; until then its name is all there is of it. */
    private static final long NOT_YET = 0;

    private final Segments<How> how =
            new Segments<>(List.of(How.values()), way -> getTranslation("category.dialog." + way.code()));
    private final MultiSelectComboBox<Category> choice = new MultiSelectComboBox<>();
    private final Span says = new Span();
    private final Button apply = new Button(getTranslation("category.dialog.apply"));
    private final String name;
    private final transient List<Category> all;
    private final transient List<Category> held;
    private final transient BiConsumer<CategoryChange, CategoriesDialog> chosen;

    /**
     * @param name the learner's
     * @param held what the learner is in now
     */
    CategoriesDialog(
            String name, List<Category> all, List<Category> held, BiConsumer<CategoryChange, CategoriesDialog> chosen) {
        this.name = name;
        this.all = new ArrayList<>(all);
        this.held = held;
        this.chosen = chosen;
        setId("categories-dialog");
        addClassName("categories");
        setHeaderTitle(getTranslation("category.dialog.title", name));
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
            case ADD -> held.forEach(picked::remove);
            case SET -> picked.addAll(held);
            case REMOVE -> picked.retainAll(held);
        }
        choice.setItems(way == How.REMOVE ? held : all);
        choice.setValue(picked);
        choice.setAllowCustomValue(way != How.REMOVE);
        choice.setHelperText(way == How.REMOVE ? "" : getTranslation("category.dialog.new"));
        says.setText(
                held.isEmpty()
                        ? getTranslation("category.dialog.says.none", name)
                        : getTranslation(
                                "category.dialog.says." + way.code(),
                                name,
                                held.stream().map(Category::name).collect(Collectors.joining(", "))));
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
