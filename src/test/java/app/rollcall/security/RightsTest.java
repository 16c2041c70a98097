package app.rollcall.security;

import static app.rollcall.security.Permission.CHANGE_SETTINGS;
import static app.rollcall.security.Permission.MANAGE_API_CLIENTS;
import static app.rollcall.security.Permission.SEE_ALL_JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class RightsTest extends SecurityTest {

    /** The table of RL, written down again on purpose: the code must agree with it, not with itself. */
    private static final Map<Role, Set<Permission>> TABLE = Map.of(
            Role.OWNER, EnumSet.allOf(Permission.class),
            Role.ADMIN, EnumSet.allOf(Permission.class),
            Role.CUSTOMER_SERVICE, EnumSet.complementOf(EnumSet.of(SEE_ALL_JOBS, MANAGE_API_CLIENTS, CHANGE_SETTINGS)),
            Role.AUTHOR, Set.of(),
            Role.INSTRUCTOR, Set.of(),
            Role.COORDINATOR, Set.of());

    @Autowired
    private Rights rights;

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyRoleAndPermission")
    @DisplayName("RL A role may what its row of the table says, and is refused everything else")
    void table(Role role, Permission permission) {
        Actor actor = actor(person("mira@example.org", "active", role), role);
        boolean may = TABLE.get(role).contains(permission);

        assertThat(rights.has(actor, permission).block()).isEqualTo(may);
        assertThat(actor.may(permission)).isEqualTo(may);
        if (may) {
            rights.require(actor, permission).block();
            rights.requireToRead(actor, permission).block();
        } else {
            assertThatThrownBy(() -> rights.requireToRead(actor, permission).block())
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> rights.require(actor, permission).block())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.permission()).isEqualTo(permission));
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    @DisplayName("RL A learner without a role, a disabled admin, a pending one and a deleted one may nothing")
    void nobody(Permission permission) {
        PersonId learner = person("learner@example.org", "active");
        PersonId disabled = person("disabled@example.org", "disabled", Role.ADMIN);
        PersonId pending = person("pending@example.org", "pending", Role.ADMIN);
        PersonId deleted = new PersonId(Long.MAX_VALUE);
        for (PersonId person : new PersonId[] {learner, disabled, pending, deleted}) {
            Actor actor = actor(person, Role.ADMIN);
            assertThat(rights.has(actor, permission).block()).isFalse();
            assertThatThrownBy(() -> rights.requireToRead(actor, permission).block())
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    @DisplayName("RL A role taken away is gone for an actor who was made before")
    void takenAway() {
        Actor actor = actor(person("mira@example.org", "active", Role.ADMIN), Role.ADMIN);
        database.sql("DELETE FROM person_role").then().block();
        assertThat(rights.has(actor, Permission.MANAGE_USERS).block()).isFalse();
    }

    @Test
    @DisplayName("RL Two roles may what either may")
    void twoRoles() {
        Actor actor = actor(person("mira@example.org", "active", Role.AUTHOR, Role.CUSTOMER_SERVICE), Role.AUTHOR);
        assertThat(rights.has(actor, Permission.MANAGE_USERS).block()).isTrue();
        assertThat(rights.has(actor, SEE_ALL_JOBS).block()).isFalse();
    }

    @Test
    @DisplayName("RL Who has two roles that both may is asked about once, and one who is paused may read")
    void twoRolesThatMay() {
        Actor both = actor(person("mira@example.org", "active", Role.ADMIN, Role.CUSTOMER_SERVICE), Role.ADMIN);
        Actor paused = actor(person("ole@example.org", "paused", Role.ADMIN), Role.ADMIN);
        rights.requireToRead(both, Permission.LIST_LEARNERS).block();
        rights.requireToRead(paused, Permission.LIST_LEARNERS).block();
    }

    static Stream<Arguments> everyRoleAndPermission() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Permission.values()).map(permission -> Arguments.of(role, permission)));
    }

    private static Actor actor(PersonId id, Role role) {
        return new Actor(id, "Mira Solberg", Set.of(role), Locale.ENGLISH, ZoneOffset.UTC);
    }
}
