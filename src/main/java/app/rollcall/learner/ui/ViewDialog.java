package app.rollcall.learner.ui;

import app.rollcall.learner.ViewName;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/** Asks what a view is to be called, and of a new one, whether it is to be shared. */
final class ViewDialog extends Dialog {

    private final TextField name = new TextField();
    private final Checkbox shared = new Checkbox();
    private final Button save = new Button();
    private final transient Chosen chosen;

    /** What was entered; the dialog stays until it is closed. */
    interface Chosen {

        void accept(ViewName name, boolean shared, ViewDialog dialog);
    }

    private ViewDialog(String title, String before, boolean fresh, Chosen chosen) {
        this.chosen = chosen;
        setId("view-dialog");
        addClassName("view-dialog");
        setHeaderTitle(title);
        name.setId("view-name");
        name.setLabel(getTranslation("directory.view.name"));
        name.setMaxLength(ViewName.LONGEST);
        name.setAutofocus(true);
        name.setWidthFull();
        name.setValue(before);
        name.addValueChangeListener(_ -> name.setInvalid(false));
        shared.setId("view-shared");
        shared.setLabel(getTranslation("directory.view.share.all"));
        shared.setVisible(fresh);
        Div fields = new Div(name, shared);
        fields.addClassName("view-form");
        add(fields);
        Button cancel = new Button(getTranslation("directory.view.cancel"), _ -> close());
        cancel.setId("view-cancel");
        save.setText(getTranslation("directory.view.keep"));
        save.setId("view-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> accept());
        getFooter().add(cancel, save);
    }

    static ViewDialog toSave(String title, Chosen chosen) {
        return new ViewDialog(title, "", true, chosen);
    }

    static ViewDialog toRename(String title, String before, Chosen chosen) {
        return new ViewDialog(title, before, false, chosen);
    }

    /** The button that is pressed to have it done. */
    Button save() {
        return save;
    }

    /** Says at the field that there is a view of that name. */
    void taken() {
        refuse(getTranslation("directory.view.taken", name.getValue().strip()));
    }

    private void refuse(String sentence) {
        name.setInvalid(true);
        name.setErrorMessage(sentence);
        name.focus();
    }

    private void accept() {
        ViewName.of(name.getValue())
                .ifPresentOrElse(
                        called -> chosen.accept(called, shared.getValue(), this),
                        () -> refuse(getTranslation("directory.view.name.wrong", ViewName.LONGEST)));
    }
}
