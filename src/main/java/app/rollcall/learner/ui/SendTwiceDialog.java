package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before an invitation is sent again of which nobody knows whether it arrived: then there may be two. */
final class SendTwiceDialog {

    private SendTwiceDialog() {}

    static void ask(Component words, LearnerRow learner, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("send-twice-dialog");
        dialog.setHeader(words.getTranslation("learner.invite.twice.ask", learner.name()));
        dialog.setText(words.getTranslation("learner.invite.twice.what", learner.name()));
        dialog.setCancelable(true);
        dialog.setCancelText(words.getTranslation("learner.invite.twice.no"));
        dialog.setConfirmText(words.getTranslation("learner.invite.again"));
        dialog.addConfirmListener(_ -> yes.run());
        dialog.open();
    }
}
