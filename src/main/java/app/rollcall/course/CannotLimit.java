package app.rollcall.course;

import java.util.Locale;

/** The number of a course's seats stays as it is. */
public class CannotLimit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** Less than none, or more than {@link Courses#MOST_SEATS}. */
        OUT_OF_RANGE,
        /** Somebody else changed it, or the course is gone. */
        OVERTAKEN;

        /** The word in text keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CannotLimit(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
