package app.rollcall.enrolment;

import app.rollcall.course.CourseId;
import app.rollcall.course.CourseKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course that somebody has.
 *
 * @param due the moment it is to be done by; null for none
 * @param progress 0 to 100
 * @param score of its quizzes, -100 to 100 (SCORM's scaled score in percent); null where there is none yet
 */
public record LearnerCourse(
        CourseId id,
        String code,
        String title,
        CourseKind kind,
        Requirement requirement,
        @Nullable Instant due,
        Completion completion,
        int progress,
        @Nullable Integer score) {

    public EnrolmentStatus status() {
        return EnrolmentStatus.of(completion, progress, false);
    }

    /** Whether it was due before {@code now}; what is completed is never overdue. */
    public boolean overdue(Instant now) {
        return due != null && completion != Completion.COMPLETED && due.isBefore(now);
    }
}
