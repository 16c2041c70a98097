package app.rollcall.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** A place for cells copied out of a spreadsheet. */
final class PasteDialog extends Dialog {

    PasteDialog(Consumer<String> pasted) {
        setId("paste-dialog");
        addClassName("paste");
        setHeaderTitle(getTranslation("invite.paste"));
        TextArea cells = new TextArea(getTranslation("invite.paste.label"));
        cells.setId("pasted");
        cells.setHelperText(getTranslation("invite.paste.hint"));
        cells.setWidthFull();
        cells.setAutofocus(true);
        Button cancel = new Button(getTranslation("invite.cancel"), _ -> close());
        cancel.setId("paste-cancel");
        Button add = new Button(getTranslation("invite.add"), _ -> {
            if (cells.getValue().isBlank()) {
                cells.setErrorMessage(getTranslation("invite.paste.empty"));
                cells.setInvalid(true);
                cells.focus();
            } else {
                close();
                pasted.accept(cells.getValue());
            }
        });
        add.setId("paste-add");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Span foot = new Span(StepPanel.right(cancel, add));
        foot.addClassName("import-foot");
        getFooter().add(foot);
        add(cells);
    }
}
