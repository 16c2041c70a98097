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
        /** Who it was taken from has it again already, from the start. */
        HAS_IT_ANEW,
        /** Fewer seats are free than people were chosen. */
        NO_SEATS,
        /** The day it is to be done by is over already. */
        DUE_IN_THE_PAST;

        /** The word in text keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final long free;

    CannotAssign(Reason reason) {
        this(reason, 0);
    }

    private CannotAssign(Reason reason, long free) {
        super(reason.code());
        this.reason = reason;
        this.free = free;
    }

    static CannotAssign noSeats(long free) {
        return new CannotAssign(Reason.NO_SEATS, free);
    }

    public Reason reason() {
        return reason;
    }

    /** How many seats are free; of meaning where there are too few. */
    public long free() {
        return free;
    }
}
