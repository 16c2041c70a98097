package app.rollcall.enrolment;

/**
 * What a learner's courses come to (OM-58).
 *
 * @param completion how far all of them have come on average, 0 to 100; 0 without courses
 */
public record CourseFigures(long courses, long completed, int completion) {

    public static final CourseFigures NONE = new CourseFigures(0, 0, 0);
}
