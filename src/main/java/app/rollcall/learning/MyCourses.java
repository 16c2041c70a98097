package app.rollcall.learning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody learns.
 *
 * @param organisation whom they learn with, to say whose admins to ask
 * @param pause why the courses are closed, or null when they are open
 * @param courses in the order of what to do next: what is not completed by due date, then what is, the latest first
 */
public record MyCourses(String organisation, @Nullable Pause pause, List<MyCourse> courses) {

    /**
     * The courses are closed (OM-25).
     *
     * @param by who closed them and can open them still; null when nobody can be named
     */
    public record Pause(@Nullable String by, @Nullable Instant at) {}

    public MyCourses {
        courses = List.copyOf(courses);
    }

    MyCourses with(List<MyCourse> found) {
        return new MyCourses(organisation, pause, found);
    }

    /** How many are still to do. */
    public long toDo() {
        return courses.stream().filter(course -> !course.completed()).count();
    }

    /** How many of those still to do bind. */
    public long required() {
        return courses.stream()
                .filter(course -> !course.completed() && course.required())
                .count();
    }

    /** How many are due before {@code now} and not completed. */
    public long overdue(Instant now) {
        return courses.stream().filter(course -> course.overdue(now)).count();
    }
}
