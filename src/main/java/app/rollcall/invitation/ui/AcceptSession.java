package app.rollcall.invitation.ui;

import app.rollcall.security.OneTimeToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** What is kept between the link, its page and its form: the token, so that it leaves the URL, and what was typed, but no password. */
final class AcceptSession {

    private static final String TOKEN = "rollcall.invitation.token";
    private static final String TYPED = "rollcall.invitation.typed";

    private AcceptSession() {}

    /** Another link forgets what was typed for the one before. */
    static void keep(HttpServletRequest request, OneTimeToken token) {
        end(request);
        request.getSession().setAttribute(TOKEN, token);
    }

    static Optional<OneTimeToken> token(HttpServletRequest request) {
        return request.getSession().getAttribute(TOKEN) instanceof OneTimeToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    static void keepTyped(HttpServletRequest request, Typed typed) {
        request.getSession().setAttribute(TYPED, typed);
    }

    static Optional<Typed> typed(HttpServletRequest request) {
        return request.getSession().getAttribute(TYPED) instanceof Typed typed ? Optional.of(typed) : Optional.empty();
    }

    static void end(HttpServletRequest request) {
        request.getSession().removeAttribute(TOKEN);
        request.getSession().removeAttribute(TYPED);
    }

    /** The fields by name, and the key of the sentence that says what was wrong. */
    record Typed(Map<String, String> fields, String problemKey) {}
}
