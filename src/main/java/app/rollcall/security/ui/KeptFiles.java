package app.rollcall.security.ui;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How long a browser keeps the files that are the same for everybody: for good what is asked for by its content, and only if
 * it asks again what is not. Vaadin would have each kept for an hour, new ones beside old ones after an update. It is said
 * only with a file: what is answered in its place must not be kept.
 */
final class KeptFiles extends OncePerRequestFilter {

    /** Files of ours, which are there before anybody signs in. */
    static final RequestMatcher OURS = new OrRequestMatcher(
            pathPattern(GET, "/*.css"),
            pathPattern(GET, "/*.js"),
            pathPattern(GET, "/*.svg"),
            pathPattern(GET, "/fonts/**"),
            pathPattern(GET, "/favicon*"));

    /** Vaadin's bundle, whose files are named by their content. */
    private static final RequestMatcher BUNDLE = pathPattern(GET, "/VAADIN/build/**");

    static final RequestMatcher ALL =
            new OrRequestMatcher(OURS, BUNDLE, pathPattern(GET, "/VAADIN/static/**"), pathPattern(GET, "/aura/**"));

    private static final String VERSION = "v-c";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!ALL.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        boolean named = BUNDLE.matches(request) || request.getParameter(VERSION) != null;
        boolean vaadins = !named && !OURS.matches(request);
        chain.doFilter(request, vaadins ? response : new Kept(response, named ? FOR_GOOD : ASK_AGAIN));
    }

    /** Whoever gives the file may say that it is kept; how long, we say. */
    private static final class Kept extends HttpServletResponseWrapper {

        private final String howLong;

        Kept(HttpServletResponse response, String howLong) {
            super(response);
            this.howLong = howLong;
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, isKept(name, value) ? howLong : value);
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            if (name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        /** A page that comes in place of a file is given without an age. */
        private static boolean isKept(String name, @Nullable String value) {
            return value != null
                    && name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)
                    && value.contains("max-age")
                    && !value.contains("no-store");
        }
    }
}
