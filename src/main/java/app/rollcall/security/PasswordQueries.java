package app.rollcall.security;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The statements of changing a password. */
@Component
class PasswordQueries {

    private final DatabaseClient database;

    PasswordQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Whose password is to be chosen, and the words that must not be all of it. */
    record Chooser(PersonId person, List<String> ownWords) {}

    Mono<Void> killLinks(PersonId person) {
        return database.sql("""
                        UPDATE one_time_link SET used_at = now()
                        WHERE person_id = :person AND purpose = 'reset_password' AND used_at IS NULL
                        """).bind("person", person.value()).then();
    }

    Mono<Void> keep(PersonId person, OneTimeToken token, Duration life) {
        return database.sql("""
                        INSERT INTO one_time_link (purpose, person_id, token_hash, created_at, expires_at)
                        VALUES ('reset_password', :person, :hash, now(), now() + make_interval(secs => :life))
                        """)
                .bind("person", person.value())
                .bind("hash", token.hash())
                .bind("life", (double) life.toSeconds())
                .then();
    }

    /** Whose link it is, while it is good and they may sign in. */
    Mono<Chooser> holder(OneTimeToken token) {
        return database.sql("""
                        SELECT p.id, p.email::text AS email, p.first_name, p.last_name, coalesce(o.name, '') AS organisation
                        FROM one_time_link l JOIN person p ON p.id = l.person_id LEFT JOIN organisation o ON true
                        WHERE l.token_hash = :hash AND l.purpose = 'reset_password' AND l.used_at IS NULL
                          AND l.expires_at > now() AND p.status IN ('active', 'paused')
                        """)
                .bind("hash", token.hash())
                .map(PasswordQueries::read)
                .one();
    }

    Mono<Chooser> chooser(PersonId person) {
        return database.sql("""
                        SELECT p.id, p.email::text AS email, p.first_name, p.last_name, coalesce(o.name, '') AS organisation
                        FROM person p LEFT JOIN organisation o ON true
                        WHERE p.id = :person AND p.status IN ('active', 'paused')
                        """)
                .bind("person", person.value())
                .map(PasswordQueries::read)
                .one();
    }

    /** Uses the link up, or nothing: of several at once, one gets it. */
    Mono<Long> use(OneTimeToken token) {
        return database.sql("""
                        UPDATE one_time_link SET used_at = now() WHERE token_hash = :hash AND purpose = 'reset_password'
                          AND used_at IS NULL AND expires_at > now() RETURNING person_id
                        """)
                .bind("hash", token.hash())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** Notes that somebody who has no account yet asks to get in; the person, or nothing when they have one by now. */
    Mono<PersonId> noteAsking(PersonId person) {
        return database.sql(
                        "UPDATE person SET asked_in_at = now() WHERE id = :person AND status = 'pending' RETURNING id")
                .bind("person", person.value())
                .map(row -> new PersonId(Objects.requireNonNull(row.get(0, Long.class))))
                .one();
    }

    Mono<String> hashOf(PersonId person) {
        return database.sql("SELECT password_hash FROM credential WHERE person_id = :person")
                .bind("person", person.value())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }

    Mono<Void> store(PersonId person, String hash) {
        return database.sql("""
                        INSERT INTO credential (person_id, password_hash) VALUES (:person, :hash)
                        ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash,
                          must_change = false, changed_at = now()
                        """)
                .bind("person", person.value())
                .bind("hash", hash)
                .then();
    }

    private static Chooser read(Readable row) {
        return new Chooser(
                new PersonId(Objects.requireNonNull(row.get("id", Long.class))),
                List.of(
                        Objects.requireNonNull(row.get("email", String.class)),
                        Objects.requireNonNull(row.get("first_name", String.class)),
                        Objects.requireNonNull(row.get("last_name", String.class)),
                        Objects.requireNonNull(row.get("organisation", String.class))));
    }
}
