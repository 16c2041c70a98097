package app.rollcall.security.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A password with an eye that shows it. Only the kind of the field goes to and from the server, never the password. */
public final class PasswordField extends FormField {

    private final NativeButton eye = new NativeButton();
    private boolean shown;

    public PasswordField(String name, String labelKey, String autocomplete) {
        super(name, labelKey, autocomplete);
        eye.getElement().setAttribute("type", "button");
        eye.addClassName("rc-si-eye");
        eye.addClickListener(press -> {
            shown = !shown;
            show();
        });
        box().add(eye);
        show();
    }

    private void show() {
        attribute("type", shown ? "text" : "password");
        eye.getElement().setAttribute("aria-pressed", Boolean.toString(shown));
        eye.setAriaLabel(getTranslation("security.password.show"));
    }
}
