package app.rollcall.security.ui;

import app.rollcall.security.PasswordLinks;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Forgot Password (LS-01): asks for the address, and says the same whatever it is. */
@Route(value = ForgotPasswordView.PATH, autoLayout = false)
@AnonymousAllowed
class ForgotPasswordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "forgot_password";
    static final String FORM_PATH = PATH + "/ask";
    static final String ASKED = "asked";

    private final PasswordLinks links;

    ForgotPasswordView(PasswordLinks links) {
        this.links = links;
        addClassName("rc-si-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean asked = event.getLocation().getQueryParameters().getParameters().containsKey(ASKED);
        removeAll();
        EntryCard card =
                new EntryCard(getTranslation("security.forgot"), asked ? "" : getTranslation("security.forgot.below"));
        if (asked) {
            card.addToForm(EntryCard.note(
                    getTranslation("security.forgot.asked", links.life().toMinutes()), "green"));
        } else {
            card.addToForm(form());
        }
        card.addToForm(EntryCard.hint(getTranslation("security.forgot.hint")), back());
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.forgot.title");
    }

    private PostForm form() {
        PostForm form = new PostForm(FORM_PATH);
        form.addClassName("rc-si-fields");
        FormField email = FormField.email(SignInView.EMAIL, "security.email");
        email.focus();
        form.add(email, EntryCard.submit(getTranslation("security.forgot.submit")));
        return form;
    }

    private Anchor back() {
        Anchor back = new Anchor(SignInView.PATH, getTranslation("security.forgot.back"));
        back.addClassName("rc-si-link");
        return back;
    }
}
