package app.rollcall.importing.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** The ways by which other screens lead to an import. */
public final class ImportNavigation {

    static final String COURSE = "course";

    private ImportNavigation() {}

    /** The address of a new list whose people get this course, unless their row names something else (MA-10). */
    public static String ofCourse(String code) {
        return ImportView.NEW + "?"
                + QueryParameters.simple(Map.of(COURSE, code)).getQueryString();
    }
}
