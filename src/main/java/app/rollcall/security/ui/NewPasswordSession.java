package app.rollcall.security.ui;

import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** What choosing a password keeps between its page and its form: the token, so that it leaves the URL, and what was wrong. */
final class NewPasswordSession {

    private static final String TOKEN = "rollcall.new-password.token";
    private static final String PROBLEM = "rollcall.new-password.problem";

    private NewPasswordSession() {}

    static void keep(HttpServletRequest request, OneTimeToken token) {
        request.getSession().setAttribute(TOKEN, token);
    }

    static Optional<OneTimeToken> token(HttpServletRequest request) {
        return request.getSession().getAttribute(TOKEN) instanceof OneTimeToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    static void keepProblem(HttpServletRequest request, NewPassword.Unfit refused) {
        request.getSession().setAttribute(PROBLEM, problem(refused));
    }

    /** The key of the sentence that says what was wrong, for the next render only. */
    static Optional<String> takeProblem(HttpServletRequest request) {
        Object problem = request.getSession().getAttribute(PROBLEM);
        request.getSession().removeAttribute(PROBLEM);
        return problem instanceof String key ? Optional.of(key) : Optional.empty();
    }

    static void end(HttpServletRequest request) {
        request.getSession().removeAttribute(TOKEN);
        request.getSession().removeAttribute(PROBLEM);
    }

    static String problem(NewPassword.Unfit refused) {
        return "security.password.problem." + refused.refusal().name().toLowerCase(Locale.ROOT);
    }
}
