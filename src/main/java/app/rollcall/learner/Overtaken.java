package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody else was first: the learner is not as the person at the screen saw it. Says who, when, and what it is now. */
public final class Overtaken extends RuntimeException {

    private final PersonId learner;
    private final @Nullable LearnerStatus status;
    private final @Nullable String by;
    private final @Nullable Instant at;

    Overtaken(PersonId learner, @Nullable LearnerStatus status, @Nullable String by, @Nullable Instant at) {
        super("Learner " + learner.value() + " has changed meanwhile", null, false, false);
        this.learner = learner;
        this.status = status;
        this.by = by;
        this.at = at;
    }

    static Overtaken gone(PersonId learner) {
        return new Overtaken(learner, null, null, null);
    }

    public PersonId learner() {
        return learner;
    }

    /** What the learner is now; null when gone. */
    public @Nullable LearnerStatus status() {
        return status;
    }

    /** Who changed it last; null when that person is not known any more. */
    public @Nullable String by() {
        return by;
    }

    public @Nullable Instant at() {
        return at;
    }
}
