package app.rollcall.security.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A button that signs out. Make it while a request is being served, with the layout it stands in. */
public final class SignOutForm extends PostForm {

    static final String PATH = "sign_out";

    /** @param className styles the button, whose text is the translated "Sign out" */
    public SignOutForm(String className) {
        super(PATH);
        NativeButton button = new NativeButton(getTranslation("security.sign-out"));
        button.getElement().setAttribute("type", "submit");
        button.addClassName(className);
        add(button);
    }
}
