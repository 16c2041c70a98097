package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.Role;
import app.rollcall.ui.Icons;
import app.rollcall.ui.UserBlock;
import app.rollcall.ui.UserMenu;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Who is signed in, at the foot of the drawer, and the way out. */
@org.springframework.stereotype.Component
class AccountMenu implements UserMenu {

    private final CurrentActor current;

    AccountMenu(CurrentActor current) {
        this.current = current;
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
        block.item(
                "sign-out",
                Icons.SIGN_OUT,
                words.getTranslation("security.sign-out"),
                () -> signOut.getElement().callJsFunction("requestSubmit"));
        return new Div(block, signOut);
    }
}
