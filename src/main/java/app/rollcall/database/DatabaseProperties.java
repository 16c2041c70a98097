package app.rollcall.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Which database.
 *
 * @param url an outside PostgreSQL 18, as {@code postgresql://host:port/name}; without it an embedded one in
 *     {@code rollcall.data} is used
 * @param username its user; goes before one in the URL
 * @param password the user's password; goes before one in the URL
 * @param programs where the embedded server's programs are unpacked; {@code programs} in {@code rollcall.data} unless set
 * @param statementTimeout after which the server ends a statement of the pool
 * @param lockTimeout after which the server ends a statement of the pool that waits for a lock
 * @param idleInTransactionTimeout after which the server ends a session of the pool that holds a transaction and asks nothing: a
 *     node that stands still must not hold the others up
 * @param jobConnections how many connections the migrations and the job runner have
 */
@ConfigurationProperties("rollcall.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path programs,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("10s") Duration lockTimeout,
        @DefaultValue("15s") Duration idleInTransactionTimeout,
        @DefaultValue("4") int jobConnections) {

    /** The outside server that is configured, as ours or as Spring's; empty when there is none. */
    static Optional<DatabaseAddress> outside(Environment environment) {
        return outside(environment, "rollcall.database").or(() -> outside(environment, "spring.r2dbc"));
    }

    private static Optional<DatabaseAddress> outside(Environment environment, String prefix) {
        return Optional.ofNullable(environment.getProperty(prefix + ".url"))
                .filter(url -> !url.isBlank())
                .map(url -> DatabaseAddress.of(
                        url,
                        environment.getProperty(prefix + ".username"),
                        environment.getProperty(prefix + ".password")));
    }
}
