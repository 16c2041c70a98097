package app.rollcall.presence;

import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import java.util.Locale;

/** Something that several people may have open at the same time. */
public record Place(Kind kind, long id) {

    /** What kinds of place there are, and what one must be allowed to do to be at one. */
    public enum Kind {
        LEARNER(Permission.LIST_LEARNERS);

        private final Permission permission;

        Kind(Permission permission) {
            this.permission = permission;
        }

        Permission permission() {
            return permission;
        }

        /** The word in the database. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A learner's record. */
    public static Place record(PersonId learner) {
        return new Place(Kind.LEARNER, learner.value());
    }
}
