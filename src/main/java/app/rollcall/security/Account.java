package app.rollcall.security;

import org.jspecify.annotations.Nullable;

/** What sign-in needs to know of somebody. */
record Account(Actor actor, String status, @Nullable String passwordHash) {

    /** The paused may sign in and see why their courses are closed (LS-07); the pending and the disabled may not. */
    boolean open() {
        return status.equals("active") || status.equals("paused");
    }

    /** Known here, and without an account as yet. */
    boolean invited() {
        return status.equals("pending");
    }
}
