package app.rollcall.security;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long ago passwords were changed, by the database's clock alone: for what decides which sessions are over. */
@Component
public class PasswordAges {

    private final DatabaseClient database;

    PasswordAges(DatabaseClient database) {
        this.database = database;
    }

    /** By person; who has no password is not among them. */
    public Mono<Map<Long, Duration>> of(Collection<Long> people) {
        return database.sql("""
                        SELECT person_id, extract(epoch FROM clock_timestamp() - changed_at)::float8 FROM credential
                        WHERE person_id = ANY (:people)
                        """)
                .bind("people", people.toArray(Long[]::new))
                .map(row -> Map.entry(Objects.requireNonNull(row.get(0, Long.class)), Duration.ofMillis((long)
                        (Objects.requireNonNull(row.get(1, Double.class)) * 1000))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
