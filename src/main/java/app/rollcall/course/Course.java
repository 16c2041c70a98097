package app.rollcall.course;

/**
 * A course as a list shows it.
 *
 * @param code what files and people call it
 * @param learners who has it now, the disabled left out
 */
public record Course(CourseId id, String code, String title, CourseKind kind, CourseStatus status, long learners) {

    public boolean published() {
        return status == CourseStatus.PUBLISHED;
    }
}
