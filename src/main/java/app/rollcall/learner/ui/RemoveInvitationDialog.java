package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before an invitation is removed, which cannot be undone (OM-27), and says what that means (OM-28). */
final class RemoveInvitationDialog {

    private RemoveInvitationDialog() {}

    static void ask(Component words, LearnerRow learner, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("remove-invitation-dialog");
        dialog.setHeader(words.getTranslation("learner.invite.remove.ask", learner.name()));
        dialog.setText(words.getTranslation("learner.invite.remove.what", learner.name()));
        dialog.setCancelable(true);
        dialog.setCancelText(words.getTranslation("learner.invite.remove.no"));
        dialog.setConfirmText(words.getTranslation("learner.invite.remove"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> yes.run());
        dialog.open();
    }
}
