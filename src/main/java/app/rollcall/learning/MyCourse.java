package app.rollcall.learning;

import app.rollcall.course.CourseKind;
import app.rollcall.enrolment.Completion;
import app.rollcall.enrolment.EnrolmentStatus;
import app.rollcall.enrolment.Requirement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course on its learner's own screen: the latest attempt at it.
 *
 * @param progress 0 to 100 percent
 * @param assignedBy the name of who assigned it; null when the learner came by it otherwise
 * @param accessEndsAt when the course closes for this learner; null for never
 */
public record MyCourse(
        String code,
        String title,
        CourseKind kind,
        Requirement requirement,
        @Nullable Instant dueAt,
        Completion completion,
        int progress,
        @Nullable Instant completedAt,
        @Nullable String assignedBy,
        Instant assignedAt,
        @Nullable Instant accessEndsAt) {

    /** What to call where it stands. */
    public EnrolmentStatus status() {
        // Nobody can book a session yet, so nobody has.
        return EnrolmentStatus.of(completion, progress, false);
    }

    public boolean completed() {
        return completion == Completion.COMPLETED;
    }

    public boolean required() {
        return requirement == Requirement.REQUIRED;
    }

    /** Whether it was due before {@code now}; what is completed is never overdue. */
    public boolean overdue(Instant now) {
        return dueAt != null && !completed() && dueAt.isBefore(now);
    }
}
