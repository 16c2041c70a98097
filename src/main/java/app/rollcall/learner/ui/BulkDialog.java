package app.rollcall.learner.ui;

import app.rollcall.bulk.BulkAction;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is done to several learners, and says to how many, what will happen, and whom it leaves alone. */
final class BulkDialog {

    private BulkDialog() {}

    /** @param rest whom it leaves alone; may be empty */
    static void ask(SelectedWords words, BulkAction action, int count, String rest, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("bulk-dialog");
        dialog.setHeader(words.say("bulk." + action.code() + ".ask", count));
        String what = words.say("bulk." + action.code() + ".what", count);
        dialog.setText(rest.isEmpty() ? what : what + " " + rest);
        dialog.setCancelable(true);
        dialog.setCancelText(words.say("bulk.cancel"));
        dialog.setConfirmText(words.say("bulk." + action.code() + ".yes", count));
        if (action.undo() == null) {
            dialog.setConfirmButtonTheme("primary error");
        }
        dialog.addConfirmListener(_ -> yes.run());
        dialog.open();
    }
}
