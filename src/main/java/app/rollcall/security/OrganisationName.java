package app.rollcall.security;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose Rollcall this is; nothing before the set-up. */
@Component
public class OrganisationName {

    private final DatabaseClient database;

    OrganisationName(DatabaseClient database) {
        this.database = database;
    }

    public Mono<String> read() {
        return database.sql("SELECT name FROM organisation")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }
}
