package app.rollcall.learner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a learner.
 *
 * @param what a verb of the audit, or added, enrolled, completed, granted: the word in text keys
 * @param thing title of the course or product that it was about; empty where it was about none
 * @param by who did it; null for the learner, for nobody, or for somebody who is not known any more
 */
public record HistoryLine(
        Instant at, String what, String thing, @Nullable String by) {}
