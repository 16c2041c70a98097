package app.rollcall.database;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.SSLMode;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Connections outside the pool, for LISTEN, which lasts, and COPY, which harms a pool when it is cancelled. No statement
 * timeout applies to them.
 */
@Component
public class DedicatedConnections {

    private final PostgresqlConnectionFactory factory;

    DedicatedConnections(DatabaseAddress address) {
        factory = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(address.host())
                .port(address.port())
                .database(address.database())
                .username(address.username())
                .password(address.password())
                .sslMode(SSLMode.fromValue(address.sslMode()))
                .applicationName("rollcall-dedicated")
                .connectTimeout(Duration.ofSeconds(10))
                .tcpKeepAlive(true)
                .build());
    }

    /** A new connection at each subscription. Whoever opens it closes it, also on error and cancel: {@code Mono.usingWhen}. */
    public Mono<PostgresqlConnection> open() {
        return factory.create();
    }
}
