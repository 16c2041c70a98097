package app.rollcall.security.ui;

import app.rollcall.security.OneTimeToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept between a mailed or logged link, its page and its form: the token, so that it leaves the URL, and what was typed,
 * but no password.
 */
public final class LinkSession {

    private final String token;
    private final String typed;

    /** @param name of what the link is for; two kinds of link know nothing of each other */
    public LinkSession(String name) {
        token = "rollcall." + name + ".token";
        typed = "rollcall." + name + ".typed";
    }

    /** Another link forgets what was typed for the one before. */
    public void keep(HttpServletRequest request, OneTimeToken followed) {
        end(request);
        request.getSession().setAttribute(token, followed);
    }

    public Optional<OneTimeToken> token(HttpServletRequest request) {
        return request.getSession().getAttribute(token) instanceof OneTimeToken kept
                ? Optional.of(kept)
                : Optional.empty();
    }

    public void keepTyped(HttpServletRequest request, Typed refused) {
        request.getSession().setAttribute(typed, refused);
    }

    public Optional<Typed> typed(HttpServletRequest request) {
        return request.getSession().getAttribute(typed) instanceof Typed kept ? Optional.of(kept) : Optional.empty();
    }

    /** The same, for the next render only. */
    Optional<Typed> takeTyped(HttpServletRequest request) {
        Optional<Typed> kept = typed(request);
        request.getSession().removeAttribute(typed);
        return kept;
    }

    public void end(HttpServletRequest request) {
        request.getSession().removeAttribute(token);
        request.getSession().removeAttribute(typed);
    }

    /** The fields by name, and the key of the sentence that says what was wrong. */
    public record Typed(Map<String, String> fields, String problemKey) {

        public Typed {
            fields = Map.copyOf(fields);
        }
    }
}
