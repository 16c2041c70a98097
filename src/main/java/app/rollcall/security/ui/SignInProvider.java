package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.SignInAttempt;
import app.rollcall.security.SignIns;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Hands the form's address and password to {@link SignIns}, and makes of the answer what Spring Security keeps. */
@Component
class SignInProvider implements AuthenticationProvider {

    private final SignIns signIns;

    SignInProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication form) {
        SignInAttempt attempt = new SignInAttempt(
                form.getName(),
                Objects.requireNonNullElse(form.getCredentials(), "").toString(),
                network(form),
                form.getDetails() instanceof SignInDetails details ? details.browser() : "");
        return entered(attempt)
                .map(actor -> {
                    var signedIn = signedIn(actor);
                    signedIn.setDetails(form.getDetails());
                    return signedIn;
                })
                .orElseThrow(() -> new BadCredentialsException("Refused"));
    }

    /** What the session keeps of somebody who is signed in. */
    static UsernamePasswordAuthenticationToken signedIn(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(actor), null, authorities(actor));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<Actor> entered(SignInAttempt attempt) {
        try {
            return Crossing.wait(signIns.signIn(attempt));
        } catch (RuntimeException e) {
            throw new AuthenticationServiceException("Sign-in could not be checked", e);
        }
    }

    private static String network(Authentication form) {
        return form.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.requireNonNullElse(details.getRemoteAddress(), "unknown")
                : "unknown";
    }

    /** One for each permission, so that a view says {@code @RolesAllowed("LIST_LEARNERS")}; Vaadin asks with Spring's prefix. */
    private static List<GrantedAuthority> authorities(Actor actor) {
        return Arrays.stream(Permission.values())
                .filter(actor::may)
                .<GrantedAuthority>map(permission -> new SimpleGrantedAuthority("ROLE_" + permission.name()))
                .toList();
    }
}
