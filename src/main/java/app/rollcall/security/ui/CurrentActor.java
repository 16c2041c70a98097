package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who looks at this screen: for views, which pass the actor on to every door. Works on request threads and inside
 * {@code UI.access}; not on Reactor's threads.
 */
@Component
public class CurrentActor {

    /** The actor of a view that only signed-in people reach. */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in here"));
    }

    /** The actor, if somebody is signed in. */
    public Optional<Actor> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Actor> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.actor())
                : Optional.empty();
    }
}
