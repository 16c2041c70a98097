package app.rollcall.learning.ui;

import app.rollcall.learning.MyCourse;
import app.rollcall.learning.MyCourses;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;

/** Which of one's courses are on screen. It stands in the URL. */
enum Shown {
    TO_DO,
    COMPLETED,
    ALL;

    private static final String PARAMETER = "show";

    static Shown read(QueryParameters parameters) {
        return parameters
                .getSingleParameter(PARAMETER)
                .map(code -> switch (code) {
                    case "to_do" -> TO_DO;
                    case "completed" -> COMPLETED;
                    default -> ALL;
                })
                .orElse(ALL);
    }

    /** The path and query of the screen that shows this. */
    String url() {
        return this == ALL ? MyLearningView.PATH : MyLearningView.PATH + "?" + PARAMETER + "=" + code();
    }

    boolean has(MyCourse course) {
        return switch (this) {
            case TO_DO -> !course.completed();
            case COMPLETED -> course.completed();
            case ALL -> true;
        };
    }

    long count(MyCourses courses) {
        return courses.courses().stream().filter(this::has).count();
    }

    /** The word in text keys and in the URL. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
