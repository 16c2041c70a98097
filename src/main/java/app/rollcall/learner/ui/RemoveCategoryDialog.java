package app.rollcall.learner.ui;

import app.rollcall.learner.CategoryUse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a category is removed, and says from how many learners. */
final class RemoveCategoryDialog {

    private RemoveCategoryDialog() {}

    static void ask(Component words, CategoryUse use, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("remove-category-dialog");
        dialog.setHeader(
                words.getTranslation("category.remove.ask", use.category().name()));
        dialog.setText(words.getTranslation("category.remove.what", use.learners()));
        dialog.setCancelable(true);
        dialog.setCancelText(words.getTranslation("category.dialog.cancel"));
        dialog.setConfirmText(words.getTranslation("category.remove.yes"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> yes.run());
        dialog.open();
    }
}
