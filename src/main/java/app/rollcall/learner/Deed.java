package app.rollcall.learner;

import app.rollcall.audit.Verb;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to learners, for the line under the directory and for "who" beside the row.
 *
 * @param by name of who did it; null when that person is not known any more
 * @param learner name of the one learner; null when it was several
 */
public record Deed(
        @Nullable String by, long byId, Verb verb, @Nullable String learner, long count, Instant at) {}
