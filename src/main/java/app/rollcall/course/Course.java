package app.rollcall.course;

import org.jspecify.annotations.Nullable;

/**
 * A course as a list shows it.
 *
 * @param code what files and people call it
 * @param learners who has it now, the disabled left out
 * @param seats how many it takes at most; null for any number
 * @param taken seats that are held: by the learners, and by the disabled who had it
 */
public record Course(
        CourseId id,
        String code,
        String title,
        CourseKind kind,
        CourseStatus status,
        long learners,
        @Nullable Integer seats,
        long taken) {

    public boolean published() {
        return status == CourseStatus.PUBLISHED;
    }

    /** Whether it is limited and nobody more fits in. */
    public boolean full() {
        return seats != null && taken >= seats;
    }
}
