package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.OrganisationName;
import app.rollcall.security.TrialSignIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Sign in (LS-01); in the trial also as one of its people, by one press. */
@Route(value = SignInView.PATH, autoLayout = false)
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "sign_in";
    static final String EMAIL = "email";
    static final String PASSWORD = "password";

    private final CurrentActor current;
    private final OrganisationName organisation;
    private final @Nullable TrialSignIn trial;

    SignInView(CurrentActor current, OrganisationName organisation, ObjectProvider<TrialSignIn> trial) {
        this.current = current;
        this.organisation = organisation;
        this.trial = trial.getIfAvailable();
        addClassName("rc-si-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Actor> actor = current.find();
        if (actor.isPresent()) {
            event.forwardTo(HomeView.of(actor.get()));
            return;
        }
        removeAll();
        if (trial != null) {
            add(TryItAs.strip(getTranslation("security.sign-in.trial"), getTranslation("security.sign-in.trial.text")));
        }
        EntryCard card = new EntryCard(
                getTranslation("security.sign-in"),
                Crossing.wait(organisation.read()).orElse(""));
        SignInNote.among(
                        event.getLocation().getQueryParameters().getParameters().keySet())
                .ifPresent(note -> card.addToForm(EntryCard.note(getTranslation(note.key()), note.hue())));
        card.addToForm(form(), EntryCard.hint(getTranslation("security.sign-in.no-account")));
        if (trial != null) {
            card.add(new TryItAs(trial));
        }
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.sign-in.title");
    }

    private PostForm form() {
        PostForm form = new PostForm(PATH);
        form.addClassName("rc-si-fields");
        FormField email = FormField.email(EMAIL, "security.email");
        PasswordField password = new PasswordField(PASSWORD, "security.password", "current-password");
        String typed = SignInFailure.takeTyped(VaadinServletRequest.getCurrent().getHttpServletRequest());
        if (typed == null) {
            email.focus();
        } else {
            email.attribute("value", typed);
            password.focus();
        }
        Anchor forgotten = new Anchor(ForgotPasswordView.PATH, getTranslation("security.forgot"));
        forgotten.setId("forgot-password");
        forgotten.addClassName("rc-si-link");
        password.beside(forgotten);
        form.add(email, password, EntryCard.submit(getTranslation("security.sign-in")));
        return form;
    }
}
