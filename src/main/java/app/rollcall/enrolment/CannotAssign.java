package app.rollcall.enrolment;

import java.util.Locale;

/** The course cannot be given to anybody. */
public class CannotAssign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** A draft, or archived. */
        NOT_PUBLISHED,
        /** Deleted meanwhile. */
        COURSE_GONE,
        /** The day it is to be done by is over already. */
        DUE_IN_THE_PAST;

        /** The word in text keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CannotAssign(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
