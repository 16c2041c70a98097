package app.rollcall.course;

import java.util.Locale;

/** How a course is taught. */
public enum CourseKind {
    /** Chapters and quizzes, at one's own pace. */
    SELF_PACED,
    /** An uploaded package that plays by itself. */
    SCORM,
    /** With an instructor, in sessions that are booked. */
    ILT,
    /** Other courses, in an order. */
    CURRICULUM;

    /** The word in the database and in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CourseKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
