package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import java.util.Arrays;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who looks at a screen in a test of this thread, with the rights a sign-in gives. */
public final class SignedInAs {

    private SignedInAs() {}

    public static void actor(Actor actor) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(actor),
                null,
                Arrays.stream(Permission.values())
                        .filter(actor::may)
                        .map(permission -> new SimpleGrantedAuthority("ROLE_" + permission.name()))
                        .toList())));
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }
}
