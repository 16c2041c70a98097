package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryLook;
import app.rollcall.learner.CategoryName;
import app.rollcall.ui.Hues;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A form for a category: what it is called, and the colour of its chip. */
final class CategoryForm extends Dialog {

    private final TextField name = new TextField();
    private final RadioButtonGroup<Integer> hue = new RadioButtonGroup<>();
    private final Button save = new Button();
    private final transient BiConsumer<CategoryLook, CategoryForm> chosen;

    /** @param before the category; null for one that is to be made */
    CategoryForm(String title, @Nullable Category before, BiConsumer<CategoryLook, CategoryForm> chosen) {
        this.chosen = chosen;
        setId("category-form");
        addClassName("category-form");
        setHeaderTitle(title);
        name.setId("category-name");
        name.setLabel(getTranslation("category.name"));
        name.setMaxLength(CategoryName.LONGEST);
        name.setAutofocus(true);
        name.setWidthFull();
        name.setValue(before == null ? "" : before.name());
        name.addValueChangeListener(_ -> name.setInvalid(false));
        hue.setId("category-hue");
        hue.setLabel(getTranslation("category.hue"));
        hue.setItems(Hues.all());
        hue.setRenderer(new ComponentRenderer<>(this::swatch));
        hue.setValue(before == null ? Hues.all().getFirst() : Hues.nearest(before.hue()));
        hue.addClassName("hues");
        Div fields = new Div(name, hue);
        fields.addClassName("categories-form");
        add(fields);
        Button cancel = new Button(getTranslation("category.dialog.cancel"), _ -> close());
        cancel.setId("category-cancel");
        save.setText(getTranslation("category.save"));
        save.setId("category-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> accept());
        getFooter().add(cancel, save);
    }

    private Component swatch(int value) {
        Span swatch = new Span(getTranslation("category.hue." + value));
        swatch.addClassNames("chip", Hues.of(value));
        return swatch;
    }

    /** The button that is pressed to have it done. */
    Button save() {
        return save;
    }

    /** Says at the field that there is a category of that name. */
    void taken() {
        refuse(getTranslation("category.taken", name.getValue().strip()));
    }

    private void refuse(String sentence) {
        name.setInvalid(true);
        name.setErrorMessage(sentence);
        name.focus();
    }

    private void accept() {
        CategoryName.of(name.getValue())
                .ifPresentOrElse(
                        called -> chosen.accept(new CategoryLook(called, hue.getValue()), this),
                        () -> refuse(getTranslation("category.name.wrong", CategoryName.LONGEST)));
    }
}
