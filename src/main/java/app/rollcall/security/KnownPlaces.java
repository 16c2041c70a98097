package app.rollcall.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From where people signed in before. Kept is a hash of network and browser, bound to the person; after a year it is forgotten. */
@Component
class KnownPlaces {

    private final DatabaseClient database;

    KnownPlaces(DatabaseClient database) {
        this.database = database;
    }

    /** Notes the place; whether it is new for somebody who was known elsewhere. In the caller's transaction. */
    Mono<Boolean> isNew(PersonId person, SignInAttempt attempt) {
        return database.sql("""
                        WITH others AS (SELECT count(*) AS known FROM known_place WHERE person_id = :person),
                        swept AS (DELETE FROM known_place WHERE person_id = :person AND place_hash <> :place
                          AND seen_at < now() - interval '1 year'),
                        noted AS (
                          INSERT INTO known_place (person_id, place_hash) VALUES (:person, :place)
                          ON CONFLICT (person_id, place_hash) DO UPDATE SET seen_at = now()
                          RETURNING (SELECT NOT EXISTS (SELECT FROM known_place
                            WHERE person_id = :person AND place_hash = :place)) AS fresh)
                        SELECT noted.fresh AND others.known > 0 FROM noted, others
                        """)
                .bind("person", person.value())
                .bind("place", hash(person, attempt))
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private static byte[] hash(PersonId person, SignInAttempt attempt) {
        String place = person.value() + "\n" + Throttle.network(attempt.network()) + "\n" + attempt.browser();
        try {
            return MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
