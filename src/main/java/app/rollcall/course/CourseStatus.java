package app.rollcall.course;

import java.util.Locale;

/** Whether a course can be given to people. */
public enum CourseStatus {
    /** Its author is still at it. */
    DRAFT,
    PUBLISHED,
    /** Nobody new gets it; who has it keeps it. */
    ARCHIVED;

    /** The word in the database and in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CourseStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
