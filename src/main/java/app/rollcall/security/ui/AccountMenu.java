package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.OwnLanguage;
import app.rollcall.security.Role;
import app.rollcall.ui.Icons;
import app.rollcall.ui.KeySheet;
import app.rollcall.ui.UiTask;
import app.rollcall.ui.UserBlock;
import app.rollcall.ui.UserMenu;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** Who is signed in, at the foot of the drawer, and the way out. */
@org.springframework.stereotype.Component
class AccountMenu implements UserMenu {

    private final CurrentActor current;
    private final OwnLanguage own;
    private final KeySheet keys;

    AccountMenu(CurrentActor current, OwnLanguage own, KeySheet keys) {
        this.current = current;
        this.own = own;
        this.keys = keys;
    }

    @Override
    public Component get() {
        Actor actor = current.get();
        SignOutForm signOut = new SignOutForm("sign-out");
        signOut.addClassName("hidden");
        Span words = new Span();
        String role = actor.roles().stream()
                .min(Role::compareTo)
                .map(highest -> words.getTranslation("security.role." + highest.code()))
                .orElseGet(() -> words.getTranslation("security.role.learner"));
        UserBlock block = new UserBlock(actor.name(), role);
        block.item(
                "profile",
                Icons.PERSON,
                words.getTranslation("security.profile"),
                () -> UI.getCurrent().navigate(ProfileView.class));
        block.languages(
                words.getTranslation("security.language"),
                language -> UiTask.run(
                        block,
                        own.choose(actor, language),
                        () -> UI.getCurrent().getPage().reload(),
                        _ -> Optional.empty()));
        block.item("all-keys", Icons.KEYBOARD, words.getTranslation("ui.keys"), keys::open);
        block.item(
                "sign-out",
                Icons.SIGN_OUT,
                words.getTranslation("security.sign-out"),
                () -> signOut.getElement().callJsFunction("requestSubmit"));
        return new Div(block, signOut);
    }
}
