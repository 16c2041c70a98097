package app.rollcall.security;

import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads and marks accounts for {@link SignIns}. */
@Component
class AccountQueries {

    private static final String ACCOUNT = """
            SELECT p.id, p.email::text AS email, trim(p.first_name || ' ' || p.last_name) AS name, p.status,
              coalesce(p.locale, o.locale, 'en') AS locale, coalesce(p.time_zone, o.time_zone, 'UTC') AS time_zone,
              c.password_hash, ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id) AS roles
            FROM person p LEFT JOIN credential c ON c.person_id = p.id LEFT JOIN organisation o ON true
            """;

    private final DatabaseClient database;

    AccountQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Account> find(EmailAddress email) {
        return database.sql(ACCOUNT + "WHERE lower(p.email::text) = lower(:email)")
                .bind("email", email.value())
                .map(AccountQueries::account)
                .one();
    }

    Mono<Account> find(PersonId person) {
        return database.sql(ACCOUNT + "WHERE p.id = :person")
                .bind("person", person.value())
                .map(AccountQueries::account)
                .one();
    }

    /** Notes the sign-in, unless the account was closed since it was read: then nothing. */
    Mono<Long> markSignedIn(PersonId person) {
        return database.sql("""
                        UPDATE person SET last_login_at = now()
                        WHERE id = :person AND status IN ('active', 'paused') RETURNING id
                        """)
                .bind("person", person.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    Mono<String> language(PersonId person) {
        return database.sql("SELECT locale FROM person WHERE id = :person AND locale IS NOT NULL")
                .bind("person", person.value())
                .mapValue(String.class)
                .one();
    }

    Mono<Long> setLanguage(PersonId person, String language) {
        return database.sql("""
                        UPDATE person SET locale = :language, changed_at = now(), edited =
                          ARRAY(SELECT DISTINCT f FROM unnest(coalesce(edited, '{}') || '{locale}'::text[]) f ORDER BY f)
                        WHERE id = :person AND locale IS DISTINCT FROM :language
                        """)
                .bind("person", person.value())
                .bind("language", language)
                .fetch()
                .rowsUpdated();
    }

    Mono<Boolean> letterKeys(PersonId person) {
        return database.sql("SELECT letter_keys FROM person WHERE id = :person")
                .bind("person", person.value())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Long> setLetterKeys(PersonId person, boolean wanted) {
        return database.sql("UPDATE person SET letter_keys = :wanted WHERE id = :person")
                .bind("person", person.value())
                .bind("wanted", wanted)
                .fetch()
                .rowsUpdated();
    }

    /** Puts a better hash of the same password in place, if the password was not changed meanwhile. */
    Mono<Long> renewHash(PersonId person, String before, String after) {
        return database.sql("""
                        UPDATE credential SET password_hash = :after
                        WHERE person_id = :person AND password_hash = :before
                        """)
                .bind("person", person.value())
                .bind("before", before)
                .bind("after", after)
                .fetch()
                .rowsUpdated();
    }

    private static Account account(Readable row) {
        String name = text(row, "name");
        Actor actor = new Actor(
                new PersonId(Objects.requireNonNull(row.get("id", Long.class))),
                name.isEmpty() ? text(row, "email") : name,
                Arrays.stream(Objects.requireNonNull(row.get("roles", String[].class)))
                        .map(Role::of)
                        .collect(Collectors.toUnmodifiableSet()),
                Locale.forLanguageTag(text(row, "locale")),
                zone(text(row, "time_zone")));
        return new Account(actor, text(row, "status"), row.get("password_hash", String.class));
    }

    /** A zone that this Java does not know must not lock anybody out. */
    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
