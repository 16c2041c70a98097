package app.rollcall.audit;

import java.util.Locale;

/** What can be done that is worth a line: the closed list. */
public enum Verb {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    PAUSED,
    UNPAUSED,
    INVITED,
    RESENT,
    RELEASED,
    INVITATION_REMOVED,
    ACCEPTED,
    EXPIRED,
    UPLOADED,
    CONFIRMED,
    IMPORTED,
    /** Given a course. */
    ENROLLED,
    UNENROLLED,
    /** Given access to a product. */
    ACCESS_GRANTED,
    ACCESS_REMOVED,
    SEATS_CHANGED,
    RESUMED,
    RETRIED,
    CANCELLED,
    SET_UP,
    MADE,
    REVOKED,
    /** Somebody asked for a link to choose a new password. */
    PASSWORD_FORGOTTEN,
    PASSWORD_CHANGED,
    TEMPLATE_CHANGED,
    /** Given categories, or relieved of some. */
    CATEGORISED,
    CATEGORY_MADE,
    CATEGORY_CHANGED,
    CATEGORY_MERGED,
    CATEGORY_REMOVED,
    /** Somebody said where they are, or takes it back. */
    LOCATION_CHANGED,
    VIEW_SAVED,
    VIEW_CHANGED,
    VIEW_REMOVED;

    public static Verb of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
