package app.rollcall.importing;

import java.util.Locale;

/** What an address of a list comes to if the list is confirmed. */
public enum Effect {
    /** Somebody new. */
    CREATED,
    /** Somebody here already, of whom a field changes. */
    UPDATED,
    /** Somebody here already, who stays as they are; enrolments may be added. */
    UNCHANGED,
    /** The file says otherwise than what must not be changed, or names two people at once. */
    CONFLICT;

    static Effect of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
