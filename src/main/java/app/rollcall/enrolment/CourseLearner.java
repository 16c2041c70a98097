package app.rollcall.enrolment;

import app.rollcall.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a course's learners: the latest attempt of somebody.
 *
 * @param name the profile's name, or the address while there is none
 * @param paused whether the person's courses are closed for now
 * @param progress 0 to 100 percent
 * @param assignedBy the name of who assigned it; null when nobody did
 */
public record CourseLearner(
        PersonId id,
        String name,
        String email,
        boolean pending,
        boolean paused,
        Requirement requirement,
        @Nullable Instant dueAt,
        Completion completion,
        int progress,
        @Nullable String assignedBy) {

    /** What to call where it stands (MA-29). */
    public EnrolmentStatus status() {
        // Nobody can book a session yet, so nobody has.
        return EnrolmentStatus.of(completion, progress, false);
    }

    /** Whether it was due before {@code now}; what is completed is never overdue. */
    public boolean overdue(Instant now) {
        return dueAt != null && completion != Completion.COMPLETED && dueAt.isBefore(now);
    }
}
