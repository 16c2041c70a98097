package app.rollcall.api;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of the header Idempotency-Key. */
@Component
class IdempotencyQuery {

    private final DatabaseClient database;

    IdempotencyQuery(DatabaseClient database) {
        this.database = database;
    }

    /** What was begun under a key: by which request key the import is known, and the hash of what was sent with it first. */
    record Begun(UUID requestKey, ByteBuffer body) {}

    /** The key's own, made now if this is its first time. Keys are forgotten after a week. */
    Mono<Begun> begun(ApiClientId client, String key, byte[] body) {
        return database.sql("DELETE FROM api_idempotency WHERE created_at < clock_timestamp() - interval '7 days'")
                .then()
                .then(database.sql("""
                                INSERT INTO api_idempotency (client_id, key, body_sha256) VALUES (:client, :key, :body)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("client", client.value())
                        .bind("key", key)
                        .bind("body", body)
                        .then())
                .then(database.sql(
                                "SELECT request_key, body_sha256 FROM api_idempotency WHERE client_id = :client AND key = :key")
                        .bind("client", client.value())
                        .bind("key", key)
                        .map(row -> new Begun(
                                Objects.requireNonNull(row.get("request_key", UUID.class)),
                                ByteBuffer.wrap(Objects.requireNonNull(row.get("body_sha256", byte[].class)))))
                        .one());
    }
}
