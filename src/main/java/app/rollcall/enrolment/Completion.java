package app.rollcall.enrolment;

import java.util.Locale;

/** How far an attempt has come, as it is kept; what people read is {@link EnrolmentStatus}. */
public enum Completion {
    NOT_STARTED,
    /** Opened, and nothing done yet that counts. */
    STARTED,
    IN_PROGRESS,
    COMPLETED;

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Completion of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
