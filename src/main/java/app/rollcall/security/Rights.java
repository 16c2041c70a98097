package app.rollcall.security;

import app.rollcall.database.SharedReads;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the database, at the moment of the deed, whether somebody may: a right taken away is gone in open tabs too. */
@Component
public class Rights {

    private final DatabaseClient database;
    private final SharedReads<Permission, Set<PersonId>> holders;

    Rights(DatabaseClient database) {
        this.database = database;
        holders = new SharedReads<>(this::holders);
    }

    /** Completes when the actor may; otherwise fails with {@link Refused}. Run it first, in the door's own transaction. */
    public Mono<Void> require(Actor actor, Permission permission) {
        return has(actor, permission).flatMap(may -> may ? Mono.<Void>empty() : Mono.error(new Refused(permission)));
    }

    /**
     * As {@link #require}, for what many open screens read again at the same moment: the database is asked once for all of them,
     * and after the last of them asked. Not for a change, whose transaction this read is no part of.
     */
    public Mono<Void> requireToRead(Actor actor, Permission permission) {
        return holders.of(permission)
                .flatMap(may -> may.contains(actor.id()) ? Mono.<Void>empty() : Mono.error(new Refused(permission)));
    }

    /** Whether the actor may, now. */
    public Mono<Boolean> has(Actor actor, Permission permission) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM person p JOIN person_role r ON r.person_id = p.id
                        WHERE p.id = :person AND p.status IN ('active', 'paused') AND r.role = ANY (:roles))
                        """)
                .bind("person", actor.id().value())
                .bind("roles", roles(permission))
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /**
     * From the few who have a role to each one's own row, and no join: PostgreSQL would merge the two in the order of ids, and walk
     * past all the learners who came before the newest of the team.
     */
    private Mono<Set<PersonId>> holders(Permission permission) {
        return database.sql("""
                        SELECT r.person_id FROM person_role r WHERE r.role = ANY (:roles)
                        AND (SELECT p.status IN ('active', 'paused') FROM person p WHERE p.id = r.person_id)
                        """)
                .bind("roles", roles(permission))
                .map(row -> new PersonId(Objects.requireNonNull(row.get(0, Long.class))))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] roles(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> role.grants(permission))
                .map(Role::code)
                .toArray(String[]::new);
    }
}
