package app.rollcall.security.ui;

import app.rollcall.security.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Writes down that somebody left. That it cannot be written must not keep them in. */
@Component
class SignOutRecord implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(SignOutRecord.class);

    private final SignIns signIns;

    SignOutRecord(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        CurrentActor.of(authentication).ifPresent(actor -> {
            try {
                Crossing.wait(signIns.signOut(actor));
            } catch (RuntimeException e) {
                log.error(
                        "Person {} signed out, which could not be recorded",
                        actor.id().value(),
                        e);
            }
        });
    }
}
