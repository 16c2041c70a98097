package app.rollcall.security.ui;

import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.SetUp;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * The first start for real: whose Rollcall, and who owns it. Opening the link changes nothing; the form does. The token leaves the
 * URL as soon as the page is there, and waits in the session.
 */
@Route(value = SetUpView.PATH, autoLayout = false)
@AnonymousAllowed
class SetUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "set_up";
    static final String FORM_PATH = PATH + "/owner";
    static final String TOKEN = "token";
    static final String ORGANISATION = "organisation";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";

    static final LinkSession KEPT = new LinkSession("set-up");

    private final SetUp setUp;

    SetUpView(SetUp setUp) {
        this.setUp = setUp;
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
                .flatMap(token -> Crossing.wait(setUp.accepts(token)))
                .orElse(false);
        removeAll();
        EntryCard card =
                new EntryCard(getTranslation("security.set-up"), usable ? getTranslation("security.set-up.below") : "");
        if (usable) {
            KEPT.typed(request)
                    .ifPresent(typed -> card.addToForm(
                            EntryCard.note(getTranslation(typed.problemKey(), NewPassword.SHORTEST), "red")));
            card.addToForm(
                    form(KEPT.typed(request).map(LinkSession.Typed::fields).orElse(Map.of())));
        } else {
            card.addToForm(EntryCard.note(getTranslation("security.set-up.dead-link"), "amber"));
        }
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.set-up.title");
    }

    private PostForm form(Map<String, String> typed) {
        PostForm form = new PostForm(FORM_PATH);
        form.addClassName("rc-si-fields");
        FormField organisation = new FormField(ORGANISATION, "security.set-up.organisation", "organization");
        FormField first = new FormField(FIRST_NAME, "security.set-up.first-name", "given-name");
        FormField last = new FormField(LAST_NAME, "security.set-up.last-name", "family-name");
        FormField email = FormField.email(SignInView.EMAIL, "security.email");
        PasswordField password = new PasswordField(SignInView.PASSWORD, "security.password", "new-password");
        password.attribute("minlength", Integer.toString(NewPassword.SHORTEST));
        password.attribute("maxlength", Integer.toString(NewPassword.LONGEST));
        Map.of(ORGANISATION, organisation, FIRST_NAME, first, LAST_NAME, last, SignInView.EMAIL, email)
                .forEach((name, field) -> {
                    field.attribute("value", typed.getOrDefault(name, ""));
                    field.attribute("maxlength", name.equals(SignInView.EMAIL) ? "254" : "100");
                });
        form.add(
                organisation,
                first,
                last,
                email,
                password,
                EntryCard.hint(getTranslation("security.set-up.password-hint", NewPassword.SHORTEST)),
                EntryCard.submit(getTranslation("security.set-up.submit")));
        return form;
    }
}
