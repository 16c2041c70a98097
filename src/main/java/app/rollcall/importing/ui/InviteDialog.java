package app.rollcall.importing.ui;

import app.rollcall.ui.Icons;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/** The import over the directory. Closing it stops nothing: what is confirmed goes on, and the tray leads back to it. */
final class InviteDialog extends Dialog {

    InviteDialog(ImportPanel panel) {
        setId("invite-dialog");
        addClassName("invite");
        setModality(ModalityMode.STRICT);
        setCloseOnOutsideClick(false);
        setHeaderTitle(getTranslation("invite.title"));
        Button close = new Button(Icons.CROSS.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.addClassNames("quiet", "square");
        close.setAriaLabel(getTranslation("ui.close"));
        close.setId("close");
        ShareLink share = new ShareLink(this::close);
        getHeader().add(panel.caption(), share, panel.steps(), close);
        getFooter().add(panel.foot());
        panel.onDone(this::close);
        panel.onBegun(share::show);
        add(panel);
    }
}
