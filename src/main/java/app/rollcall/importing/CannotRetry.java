package app.rollcall.importing;

/** Failed rows cannot be put once more; the reason is typed. */
public final class CannotRetry extends RuntimeException {

    /** Why not. */
    public enum Reason {
        /** No row failed, or others have put those that did once more. */
        NOTHING_FAILED,
        /** The rows were kept for their time and are deleted. */
        ROWS_DELETED,
        /** The row did not fail, or does no longer. */
        NOT_FAILED
    }

    private final Reason reason;

    CannotRetry(Reason reason) {
        super("Cannot retry: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
