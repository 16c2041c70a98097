package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Signs somebody in or out in other ways than by the forms of sign-in and sign-out, with the same care for the session. */
@Component
public class SignedInSession {

    private final SignOutRecord record;

    SignedInSession(SignOutRecord record) {
        this.record = record;
    }

    /** The session, under a new id, belongs to the actor from now on. */
    public void enter(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        request.getSession();
        request.changeSessionId();
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        SecurityContext context = new SecurityContextImpl(SignInProvider.signedIn(actor));
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    /** Ends the session of whoever is signed in, and writes that down. Not on one of Reactor's threads. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        record.logout(request, response, authentication);
        new SecurityContextLogoutHandler().logout(request, response, authentication);
    }
}
