package app.rollcall.importing;

/** The list cannot be confirmed as it is; the reason is typed. */
public final class CannotConfirm extends RuntimeException {

    /** Why not. */
    public enum Reason {
        /** Rows with errors are left and the rule is to mend every one (OM-50). */
        ERRORS_LEFT,
        /** No row could be imported. */
        NOTHING_TO_IMPORT,
        /** Somebody confirmed or discarded it before. */
        NOT_IN_REVIEW,
        /** The list is not the one that was shown: somebody changed it meanwhile. */
        LIST_CHANGED
    }

    private final Reason reason;

    CannotConfirm(Reason reason) {
        super("Cannot confirm: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
