package app.rollcall.database;

import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.APPLICATION_NAME;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.OPTIONS;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.SSL_MODE;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Everything that connects gets its address from the server's bean, so the server starts before and stops after all of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /** @param data the folder of the embedded database */
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(
            Environment environment, DatabaseProperties properties, @Value("${rollcall.data:data}") Path data) {
        return DatabaseProperties.outside(environment)
                .<DatabaseServer>map(DatabaseServer.Outside::new)
                .orElseGet(() -> {
                    DataFolder folder = DataFolder.open(data);
                    Path programs = properties.programs();
                    return EmbeddedServer.open(
                            folder, programs != null ? programs : folder.path().resolve("programs"));
                });
    }

    @Bean
    DatabaseAddress databaseAddress(DatabaseServer server) {
        return server.address();
    }

    @Bean
    Nodes nodes(DatabaseServer server) {
        return server.nodes();
    }

    @Bean
    R2dbcConnectionDetails r2dbcConnectionDetails(DatabaseAddress address) {
        return () -> ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, address.host())
                .option(ConnectionFactoryOptions.PORT, address.port())
                .option(ConnectionFactoryOptions.DATABASE, address.database())
                .option(ConnectionFactoryOptions.USER, address.username())
                .option(ConnectionFactoryOptions.PASSWORD, address.password())
                .option(SSL_MODE, SSLMode.fromValue(address.sslMode()))
                .build();
    }

    /**
     * A cancelled subscriber must not wait on a transaction, so it is the server that ends what takes too long.
     *
     * <p>And no statement is kept on the connection, so that each is planned for its values: a plan kept for any search reads
     * the whole index for a word of two letters. To say so by plan_cache_mode would be wrong, for the checks of foreign keys
     * obey it too: each of them would be planned anew, row by row.
     */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer settingsOfTheServer(DatabaseProperties properties) {
        return options -> options.option(APPLICATION_NAME, "rollcall")
                .option(TCP_KEEPALIVE, true)
                .option(PREPARED_STATEMENT_CACHE_QUERIES, 0)
                .option(
                        OPTIONS,
                        Map.of(
                                "statement_timeout",
                                        properties.statementTimeout().toMillis() + "ms",
                                "lock_timeout", properties.lockTimeout().toMillis() + "ms",
                                "idle_in_transaction_session_timeout",
                                        properties.idleInTransactionTimeout().toMillis() + "ms"));
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseAddress address) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return address.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return address.username();
            }

            @Override
            public String getPassword() {
                return address.password();
            }
        };
    }

    /** For the migrations and the job runner only. Spring Boot makes no such pool of itself beside one of R2DBC. */
    @Bean
    HikariDataSource dataSource(JdbcConnectionDetails details, DatabaseProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("jobs");
        config.setJdbcUrl(details.getJdbcUrl());
        config.setUsername(details.getUsername());
        config.setPassword(details.getPassword());
        config.setMaximumPoolSize(properties.jobConnections());
        config.addDataSourceProperty("ApplicationName", "rollcall-jobs");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
