package app.rollcall.api;

import app.rollcall.security.Actor;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A client that was let in for one request, and the person it acts as. Its name, which reaches logs, is an id. */
record Caller(ApiClientId client, Set<ApiScope> scopes, Actor actor) implements AuthenticatedPrincipal {

    Caller {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return "api-client-" + client.value();
    }
}
