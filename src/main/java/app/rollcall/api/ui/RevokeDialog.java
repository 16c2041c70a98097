package app.rollcall.api.ui;

import app.rollcall.api.ApiClient;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a client is shut out, and says what that means. */
final class RevokeDialog {

    private RevokeDialog() {}

    static void ask(Component words, ApiClient client, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("revoke-dialog");
        dialog.setHeader(words.getTranslation("api.clients.revoke.ask", client.name()));
        dialog.setText(words.getTranslation("api.clients.revoke.what"));
        dialog.setCancelable(true);
        dialog.setCancelText(words.getTranslation("api.clients.revoke.no"));
        dialog.setConfirmText(words.getTranslation("api.clients.revoke"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> yes.run());
        dialog.open();
    }
}
