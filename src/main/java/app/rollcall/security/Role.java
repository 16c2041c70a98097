package app.rollcall.security;

import static app.rollcall.security.Permission.CHANGE_SETTINGS;
import static app.rollcall.security.Permission.IMPORT_LEARNERS;
import static app.rollcall.security.Permission.LIST_LEARNERS;
import static app.rollcall.security.Permission.MANAGE_USERS;
import static app.rollcall.security.Permission.SEE_ALL_JOBS;
import static app.rollcall.security.Permission.SEE_JOBS;

import java.util.Locale;
import java.util.Set;

/** The team's roles (RL) and what each may do on the whole organisation; rights within a course come from the course. */
public enum Role {
    OWNER(LIST_LEARNERS, MANAGE_USERS, IMPORT_LEARNERS, SEE_JOBS, SEE_ALL_JOBS, CHANGE_SETTINGS),
    ADMIN(LIST_LEARNERS, MANAGE_USERS, IMPORT_LEARNERS, SEE_JOBS, SEE_ALL_JOBS, CHANGE_SETTINGS),
    CUSTOMER_SERVICE(LIST_LEARNERS, MANAGE_USERS, IMPORT_LEARNERS, SEE_JOBS),
    AUTHOR(),
    INSTRUCTOR(),
    COORDINATOR();

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public boolean grants(Permission permission) {
        return permissions.contains(permission);
    }

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
