package app.rollcall.api;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets programs in and shuts them out. */
@Component
public class ApiClients {

    private final ApiClientQueries queries;
    private final Rights rights;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final ApiSettings settings;

    ApiClients(
            ApiClientQueries queries,
            Rights rights,
            Audit audit,
            TransactionalOperator transaction,
            ApiSettings settings) {
        this.queries = queries;
        this.rights = rights;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Those that are let in, by name. */
    public Mono<List<ApiClient>> list(Actor actor) {
        return rights.require(actor, Permission.MANAGE_API_CLIENTS).then(Mono.defer(queries::all));
    }

    /** Makes a client that acts as the actor. Its token is told here and never again. */
    public Mono<ApiToken> make(Actor actor, ApiClientName name, Set<ApiScope> scopes) {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A client without a scope could do nothing");
        }
        ApiToken token = ApiToken.mint();
        return rights.require(actor, Permission.MANAGE_API_CLIENTS)
                .then(Mono.defer(() -> queries.insert(actor.id(), name, token, scopes)))
                .flatMap(id -> audit.record(line(actor, Verb.MADE, id)
                        .with(
                                "scopes",
                                scopes.stream().sorted().map(ApiScope::code).collect(Collectors.joining(" ")))))
                .thenReturn(token)
                .as(transaction::transactional);
    }

    /** Shuts a client out, from its next request on; one that is shut out already stays so. */
    public Mono<Void> revoke(Actor actor, ApiClientId client) {
        return rights.require(actor, Permission.MANAGE_API_CLIENTS)
                .then(Mono.defer(() -> queries.revoke(client)))
                .filter(revoked -> revoked)
                .flatMap(_ -> audit.record(line(actor, Verb.REVOKED, client)))
                .then()
                .as(transaction::transactional);
    }

    private static AuditLine line(Actor actor, Verb verb, ApiClientId client) {
        return AuditLine.by(actor.id().value(), verb, SubjectKind.API_CLIENT, client.value());
    }

    /** What becomes of a request; empty when its token is not, or no longer, good, or its person is gone. */
    Mono<Admission> admit(ApiToken token) {
        return queries.count(token)
                .map(request -> request.requests() > settings.requestsPerMinute()
                        ? new Admission.TooMany(request.secondsLeft())
                        : new Admission.Admitted(request.caller()));
    }

    /** Whether a client that was let in would be let in now: what goes on for long asks again and again. */
    Mono<Boolean> stillGood(Caller caller) {
        return queries.stillGood(caller.client());
    }
}
