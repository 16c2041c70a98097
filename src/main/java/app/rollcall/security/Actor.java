package app.rollcall.security;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: passed explicitly to every door, because servlet and Reactor contexts do not mix. The roles are those of the
 * moment the actor was made, good enough to lay out a screen; a door asks {@link Rights} afresh before it reads or changes.
 *
 * @param through the program that acts in the person's name, by its id; null for the person themselves
 */
public record Actor(
        PersonId id,
        String name,
        Set<Role> roles,
        Locale locale,
        ZoneId zone,
        @Nullable Long through) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public Actor(PersonId id, String name, Set<Role> roles, Locale locale, ZoneId zone) {
        this(id, name, roles, locale, zone, null);
    }

    /** Whether a screen should offer it; the door decides again. */
    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.grants(permission));
    }
}
