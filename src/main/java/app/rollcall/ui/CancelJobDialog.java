package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a job is ended, and says what stays and what is not begun. */
public final class CancelJobDialog {

    private CancelJobDialog() {}

    public static void ask(Component words, JobProgress job, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("cancel-job-dialog");
        dialog.setHeader(words.getTranslation("ui.job.cancel.ask", job.title()));
        dialog.setText(words.getTranslation("ui.job.cancel.what", job.done(), job.total()));
        dialog.setCancelable(true);
        dialog.setCancelText(words.getTranslation("ui.job.cancel.no"));
        dialog.setConfirmText(words.getTranslation("ui.job.cancel.yes"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> yes.run());
        dialog.open();
    }
}
