package app.rollcall.presence;

import app.rollcall.security.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of who is where. Its one clock is PostgreSQL's. */
@Component
class PresenceQuery {

    private final DatabaseClient database;

    PresenceQuery(DatabaseClient database) {
        this.database = database;
    }

    /** Notes that a screen is at a place, or still is; also one that was forgotten meanwhile. */
    Mono<Void> seen(UUID screen, Place place, PersonId person) {
        return database.sql("""
                        INSERT INTO presence (screen, place, place_id, person_id)
                        VALUES (:screen, :place, :id, :person)
                        ON CONFLICT (screen) DO UPDATE SET seen_at = now()
                        """)
                .bind("screen", screen)
                .bind("place", place.kind().code())
                .bind("id", place.id())
                .bind("person", person.value())
                .then();
    }

    /** Whether the screen was still known. */
    Mono<Boolean> left(UUID screen) {
        return database.sql("DELETE FROM presence WHERE screen = :screen")
                .bind("screen", screen)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Forgets the screens that have been silent for too long. */
    Mono<Void> forgetSilent() {
        return database.sql("DELETE FROM presence WHERE seen_at < now() - make_interval(secs => :silent)")
                .bind("silent", Presence.SILENT.toSeconds())
                .then();
    }

    /** The people at a place but one, by name; each once, however many screens they have there. */
    Mono<List<Present>> others(Place place, PersonId but) {
        return database.sql("""
                        SELECT p.id, coalesce(nullif(btrim(p.first_name || ' ' || p.last_name), ''), p.email::text) AS name
                        FROM person p
                        WHERE p.id <> :but AND EXISTS (
                          SELECT FROM presence s WHERE s.place = :place AND s.place_id = :id AND s.person_id = p.id
                          AND s.seen_at >= now() - make_interval(secs => :silent))
                        ORDER BY name, p.id
                        """)
                .bind("but", but.value())
                .bind("place", place.kind().code())
                .bind("id", place.id())
                .bind("silent", Presence.SILENT.toSeconds())
                .map(row -> new Present(
                        new PersonId(Objects.requireNonNull(row.get("id", Long.class))),
                        Objects.requireNonNull(row.get("name", String.class))))
                .all()
                .collectList();
    }
}
