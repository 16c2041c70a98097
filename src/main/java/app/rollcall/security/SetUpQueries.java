package app.rollcall.security;

import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The statements of {@link SetUp}; the last three belong into one transaction, in this order. */
@Component
class SetUpQueries {

    private final DatabaseClient database;

    SetUpQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> owned() {
        return truth(database.sql("SELECT EXISTS (SELECT FROM person_role WHERE role = 'owner')"));
    }

    Mono<Void> keep(OneTimeToken token, Duration life) {
        return database.sql("""
                        INSERT INTO one_time_link (purpose, token_hash, expires_at)
                        VALUES ('set_up', :hash, now() + make_interval(secs => :life))
                        """)
                .bind("hash", token.hash())
                .bind("life", (double) life.toSeconds())
                .then();
    }

    Mono<Boolean> usable(OneTimeToken token) {
        return truth(database.sql("""
                        SELECT EXISTS (SELECT FROM one_time_link WHERE token_hash = :hash AND purpose = 'set_up'
                          AND used_at IS NULL AND expires_at > now())
                        """).bind("hash", token.hash()));
    }

    /** Uses the token up, or nothing: of several at once, one gets it. */
    Mono<Long> use(OneTimeToken token) {
        return database.sql("""
                        UPDATE one_time_link SET used_at = now() WHERE token_hash = :hash AND purpose = 'set_up'
                          AND used_at IS NULL AND expires_at > now() RETURNING id
                        """)
                .bind("hash", token.hash())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** Names it, and holds its row: who comes with another good link at the same moment waits here, and then finds an owner. */
    Mono<Long> nameOrganisation(String name) {
        return database.sql("""
                        INSERT INTO organisation (name) VALUES (:name)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name
                        """).bind("name", name).fetch().rowsUpdated();
    }

    /** The owner with a password; or nothing when there is an owner already. */
    Mono<PersonId> makeOwner(FirstOwner owner, String hash) {
        return database.sql("""
                        WITH made AS (
                          INSERT INTO person (email, first_name, last_name, status, learner)
                          SELECT CAST(:email AS citext), :first, :last, 'active', false
                          WHERE NOT EXISTS (SELECT FROM person_role WHERE role = 'owner')
                          ON CONFLICT (lower(email::text)) DO UPDATE SET first_name = excluded.first_name,
                            last_name = excluded.last_name, status = 'active', status_before = NULL
                          RETURNING id),
                        granted AS (INSERT INTO person_role (person_id, role) SELECT id, 'owner' FROM made),
                        kept AS (
                          INSERT INTO credential (person_id, password_hash) SELECT id, :hash FROM made
                          ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = now())
                        SELECT id FROM made
                        """)
                .bind("email", owner.email().value())
                .bind("first", owner.firstName())
                .bind("last", owner.lastName())
                .bind("hash", hash)
                .map(row -> new PersonId(Objects.requireNonNull(row.get(0, Long.class))))
                .one();
    }

    private static Mono<Boolean> truth(DatabaseClient.GenericExecuteSpec question) {
        return question.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }
}
