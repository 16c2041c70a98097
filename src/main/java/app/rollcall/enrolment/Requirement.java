package app.rollcall.enrolment;

import java.util.Locale;

/** Whether an enrolment binds (MA-03). */
public enum Requirement {
    REQUIRED,
    OPTIONAL;

    /** The word in the database and in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Requirement of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
