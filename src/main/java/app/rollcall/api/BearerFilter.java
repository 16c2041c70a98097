package app.rollcall.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request in by its token, before a byte of its body is read: waits for the answer on the request's own (virtual) thread. */
final class BearerFilter extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ApiClients clients;
    private final ProblemWriter problems;
    private final SecurityContextHolderStrategy holder;
    /** Where the second half of a request that was answered later finds who asked. */
    private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    /** @param holder where this application's other filters look, whatever another one in the same process has set */
    BearerFilter(ApiClients clients, ProblemWriter problems, SecurityContextHolderStrategy holder) {
        this.clients = clients;
        this.problems = problems;
        this.holder = holder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Admission admission = ApiToken.of(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(token -> clients.admit(token).blockOptional(PATIENCE))
                .orElseGet(Admission.Nobody::new);
        switch (admission) {
            case Admission.Admitted(Caller caller) -> {
                enter(caller, request, response);
                chain.doFilter(request, response);
            }
            case Admission.TooMany(long secondsLeft) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsLeft));
                problems.write(response, Problem.of(ProblemCode.TOO_MANY_REQUESTS, secondsLeft));
            }
            // Gets as far as what everybody may see.
            case Admission.Nobody _ -> chain.doFilter(request, response);
        }
    }

    private void enter(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = holder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                caller.scopes().stream()
                        .map(scope -> new SimpleGrantedAuthority(scope.code()))
                        .toList()));
        holder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
