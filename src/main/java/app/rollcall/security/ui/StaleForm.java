package app.rollcall.security.ui;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A form of ours came without a good token: forged, or from a page older than its session. Nothing is done either way; the
 * sign-in page says so, because the second is what people meet.
 */
final class StaleForm implements AccessDeniedHandler {

    private final RequestMatcher forms;
    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    StaleForm(RequestMatcher forms) {
        this.forms = forms;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (reason instanceof CsrfException && forms.matches(request)) {
            response.sendRedirect(request.getContextPath() + "/" + SignInView.PATH + "?" + SignInNote.STALE.code());
        } else {
            otherwise.handle(request, response, reason);
        }
    }
}
