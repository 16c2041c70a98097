package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryUse;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.BiConsumer;

/** Chooses the category that another one becomes a part of, and says what that means. */
final class MergeDialog extends Dialog {

    private final ComboBox<Category> into = new ComboBox<>();
    private final Button merge = new Button();

    MergeDialog(CategoryUse from, List<Category> others, BiConsumer<Category, MergeDialog> chosen) {
        setId("merge-dialog");
        addClassName("categories");
        setHeaderTitle(getTranslation("category.merge.title", from.category().name()));
        Paragraph what = new Paragraph(
                getTranslation("category.merge.what", from.category().name(), from.learners()));
        what.addClassName("t2");
        into.setId("merge-into");
        into.setLabel(getTranslation("category.merge.into"));
        into.setItems(others);
        into.setItemLabelGenerator(Category::name);
        into.setWidthFull();
        into.addValueChangeListener(_ -> into.setInvalid(false));
        Div form = new Div(what, into);
        form.addClassName("categories-form");
        add(form);
        Button cancel = new Button(getTranslation("category.dialog.cancel"), _ -> close());
        cancel.setId("merge-cancel");
        merge.setText(getTranslation("category.merge.yes"));
        merge.setId("merge-apply");
        merge.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        merge.addClickListener(_ -> accept(chosen));
        getFooter().add(cancel, merge);
    }

    /** The button that is pressed to have it done. */
    Button merge() {
        return merge;
    }

    private void accept(BiConsumer<Category, MergeDialog> chosen) {
        Category target = into.getValue();
        if (target == null) {
            into.setInvalid(true);
            into.setErrorMessage(getTranslation("category.merge.nothing"));
            into.focus();
        } else {
            chosen.accept(target, this);
        }
    }
}
