package app.rollcall.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a list with rows is thrown away, which cannot be undone. */
final class DiscardDialog {

    private DiscardDialog() {}

    static void ask(Component words, long rows, Runnable discard) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("discard-dialog");
        dialog.setHeader(words.getTranslation("invite.discard.title", rows));
        dialog.setText(words.getTranslation("invite.discard.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(words.getTranslation("invite.discard.keep"));
        dialog.setConfirmText(words.getTranslation("invite.discard"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> discard.run());
        dialog.open();
    }
}
