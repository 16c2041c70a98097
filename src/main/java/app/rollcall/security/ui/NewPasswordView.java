package app.rollcall.security.ui;

import app.rollcall.security.ForgottenPasswords;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Behind the mailed link (LS-01). Opening it changes nothing and signs nobody in; the form sets the password. The token leaves
 * the URL as soon as the page is there, and waits in the session.
 */
@Route(value = NewPasswordView.PATH, autoLayout = false)
@AnonymousAllowed
class NewPasswordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "new_password";
    static final String FORM_PATH = PATH + "/choose";
    static final String TOKEN = "token";

    static final LinkSession KEPT = new LinkSession("new-password");

    private final ForgottenPasswords forgotten;

    NewPasswordView(ForgottenPasswords forgotten) {
        this.forgotten = forgotten;
        addClassName("rc-si-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        event.getLocation().getQueryParameters().getSingleParameter(TOKEN).ifPresent(text -> {
            KEPT.keep(request, new OneTimeToken(text));
            UI.getCurrent().getPage().getHistory().replaceState(null, new Location(PATH));
        });
        boolean usable = KEPT.token(request)
                .flatMap(token -> Crossing.wait(forgotten.accepts(token)))
                .orElse(false);
        removeAll();
        EntryCard card = new EntryCard(
                getTranslation("security.new-password"), usable ? getTranslation("security.new-password.below") : "");
        if (usable) {
            KEPT.takeTyped(request)
                    .ifPresent(refused -> card.addToForm(EntryCard.note(
                            getTranslation(refused.problemKey(), NewPassword.SHORTEST, NewPassword.LONGEST), "red")));
            card.addToForm(form());
        } else {
            card.addToForm(EntryCard.note(getTranslation("security.new-password.dead-link"), "amber"), askAgain());
        }
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.new-password.title");
    }

    private PostForm form() {
        PostForm form = new PostForm(FORM_PATH);
        form.addClassName("rc-si-fields");
        PasswordField password = new PasswordField(SignInView.PASSWORD, "security.new-password.field", "new-password");
        password.attribute("minlength", Integer.toString(NewPassword.SHORTEST));
        password.attribute("maxlength", Integer.toString(NewPassword.LONGEST));
        password.focus();
        form.add(
                password,
                EntryCard.hint(getTranslation("security.set-up.password-hint", NewPassword.SHORTEST)),
                EntryCard.submit(getTranslation("security.new-password.submit")));
        return form;
    }

    private Anchor askAgain() {
        Anchor again = new Anchor(ForgotPasswordView.PATH, getTranslation("security.new-password.again"));
        again.addClassName("rc-si-link");
        return again;
    }
}
