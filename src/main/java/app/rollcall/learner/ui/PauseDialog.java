package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a learner is paused, and says what that means (OM-24). */
final class PauseDialog {

    private PauseDialog() {}

    static void ask(Component words, LearnerRow learner, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("pause-dialog");
        dialog.setHeader(words.getTranslation("learner.pause.ask", learner.name()));
        dialog.setText(words.getTranslation("learner.pause.what", learner.name()));
        dialog.setCancelable(true);
        dialog.setCancelText(words.getTranslation("learner.pause.no"));
        dialog.setConfirmText(words.getTranslation("learner.pause.yes"));
        dialog.addConfirmListener(_ -> yes.run());
        dialog.open();
    }
}
