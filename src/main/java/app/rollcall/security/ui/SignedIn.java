package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who a session belongs to. Its name, which reaches logs, is an id and no address. */
record SignedIn(Actor actor) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return Long.toString(actor.id().value());
    }
}
