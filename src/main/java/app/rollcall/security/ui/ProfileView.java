package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OwnLocation;
import app.rollcall.security.OwnPassword;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Notices;
import app.rollcall.ui.Page;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One's own account: where one is, and the password. */
@Route(value = ProfileView.PATH, layout = MainLayout.class)
@PermitAll
class ProfileView extends Page implements HasDynamicTitle, Crumbs {

    static final String PATH = "profile";

    private final transient OwnPassword own;
    private final transient Actor actor;
    private final PasswordField current = field("security.profile.current", "current-password");
    private final PasswordField chosen = field("security.new-password.field", "new-password");
    private final Button save = new Button();

    ProfileView(OwnPassword own, OwnLocation location, CurrentActor actor) {
        super("");
        this.own = own;
        this.actor = actor.get();
        setTitle(getTranslation("security.profile"));
        setId("profile-view");
        current.setId("current-password");
        chosen.setId("new-password");
        chosen.setMaxLength(NewPassword.LONGEST);
        chosen.setHelperText(getTranslation("security.set-up.password-hint", NewPassword.SHORTEST));
        save.setId("change-password");
        save.setText(getTranslation("security.profile.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> change());
        Div form = new Div(
                new H2(getTranslation("security.profile.password")),
                new Paragraph(getTranslation("security.profile.ends")),
                current,
                chosen,
                save);
        form.addClassName("plain-form");
        content(new LocationForm(location, this.actor), form);
    }

    private void change() {
        current.setInvalid(false);
        chosen.setInvalid(false);
        Optional<OpenSession> session =
                OpenSession.of(VaadinServletRequest.getCurrent().getHttpServletRequest());
        UiTask.run(
                save,
                own.change(
                        actor,
                        current.getValue(),
                        chosen.getValue(),
                        session.map(OpenSession::key).orElse("")),
                () -> {
                    session.ifPresent(OpenSession::renew);
                    current.clear();
                    chosen.clear();
                    Notices.done(getTranslation("security.profile.saved"));
                },
                this::refused);
    }

    /** Says it at the field, too. */
    private Optional<String> refused(Throwable failure) {
        return switch (failure) {
            case OwnPassword.Wrong _ -> Optional.of(mark(current, getTranslation("security.profile.wrong")));
            case NewPassword.Unfit unfit ->
                Optional.of(mark(
                        chosen,
                        getTranslation(PasswordController.problem(unfit), NewPassword.SHORTEST, NewPassword.LONGEST)));
            default -> Optional.empty();
        };
    }

    private static String mark(PasswordField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        field.focus();
        return sentence;
    }

    private PasswordField field(String key, String autocomplete) {
        PasswordField field = new PasswordField(getTranslation(key));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setManualValidation(true);
        field.getElement().setPropertyMap("i18n", Map.of("reveal", getTranslation("security.password.show")));
        return field;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.profile.title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("security.profile"));
    }
}
