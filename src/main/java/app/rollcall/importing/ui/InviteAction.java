package app.rollcall.importing.ui;

import app.rollcall.security.Permission;
import app.rollcall.ui.HeadAction;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.springframework.beans.factory.ObjectProvider;

/** The directory's Invite button (OM-07). */
@org.springframework.stereotype.Component
class InviteAction implements HeadAction {

    private final ObjectProvider<ImportPanel> panels;

    InviteAction(ObjectProvider<ImportPanel> panels) {
        this.panels = panels;
    }

    @Override
    public Permission permission() {
        return Permission.IMPORT_LEARNERS;
    }

    @Override
    public Component get() {
        Button invite = new Button(Icons.INVITE.create());
        invite.setText(invite.getTranslation("invite.button"));
        invite.setId("invite");
        invite.getElement().setAttribute("data-key", "i").setAttribute("aria-keyshortcuts", "I");
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.addClickListener(_ -> new InviteDialog(panels.getObject()).open());
        return invite;
    }
}
