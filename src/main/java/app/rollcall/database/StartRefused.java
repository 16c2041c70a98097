package app.rollcall.database;

/** The application cannot start as it is asked to; told as two sentences, what is wrong and what to do, without a stack trace. */
final class StartRefused extends RuntimeException {

    private final String action;

    StartRefused(String what, String action) {
        super(what);
        this.action = action;
    }

    StartRefused(String what, String action, Throwable cause) {
        super(what, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
