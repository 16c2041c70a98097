package app.rollcall.security.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page, the same way for every reason, with the typed address kept for its next render only. */
final class SignInFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInFailure.class);
    private static final String TYPED = "rollcall.sign-in.typed";
    private static final int LONGEST = 254;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            log.error("Sign-in could not be checked", reason);
        }
        String typed = request.getParameter(SignInView.EMAIL);
        if (typed != null) {
            request.getSession().setAttribute(TYPED, typed.substring(0, Math.min(typed.length(), LONGEST)));
        }
        response.sendRedirect(request.getContextPath() + "/" + SignInView.PATH + "?" + SignInNote.FAILED.code());
    }

    /** The address of the failed attempt, once. */
    static @Nullable String takeTyped(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(TYPED) instanceof String typed)) {
            return null;
        }
        session.removeAttribute(TYPED);
        return typed;
    }
}
