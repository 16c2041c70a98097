package app.rollcall.security.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session so long after its sign-in, however busy it is: push and heartbeats would keep it alive for ever. */
final class SessionLimit extends OncePerRequestFilter {

    static final String SINCE = "rollcall.session.since";

    private final Duration longest;
    private final Clock clock;

    SessionLimit(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && CurrentActor.of(SecurityContextHolder.getContext().getAuthentication())
                        .isPresent()) {
            noteWhose(session);
            if (!(session.getAttribute(SINCE) instanceof Instant since)) {
                session.setAttribute(SINCE, clock.instant());
            } else if (since.plus(longest).isBefore(clock.instant())) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    private static void noteWhose(HttpSession session) {
        CurrentActor.of(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(actor -> OpenSession.note(session, actor.id().value()));
    }
}
