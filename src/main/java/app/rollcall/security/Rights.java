package app.rollcall.security;

import java.util.Arrays;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the database, at the moment of the deed, whether somebody may: a right taken away is gone in open tabs too. */
@Component
public class Rights {

    private final DatabaseClient database;

    Rights(DatabaseClient database) {
        this.database = database;
    }

    /** Completes when the actor may; otherwise fails with {@link Refused}. Run it first, in the door's own transaction. */
    public Mono<Void> require(Actor actor, Permission permission) {
        return has(actor, permission).flatMap(may -> may ? Mono.<Void>empty() : Mono.error(new Refused(permission)));
    }

    /** Whether the actor may, now. */
    public Mono<Boolean> has(Actor actor, Permission permission) {
        String[] roles = Arrays.stream(Role.values())
                .filter(role -> role.grants(permission))
                .map(Role::code)
                .toArray(String[]::new);
        return database.sql("""
                        SELECT EXISTS (SELECT FROM person p JOIN person_role r ON r.person_id = p.id
                        WHERE p.id = :person AND p.status IN ('active', 'paused') AND r.role = ANY (:roles))
                        """)
                .bind("person", actor.id().value())
                .bind("roles", roles)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }
}
