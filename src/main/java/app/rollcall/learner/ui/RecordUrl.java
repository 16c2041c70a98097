package app.rollcall.learner.ui;

import app.rollcall.enrolment.LearnerCourseOrder;
import app.rollcall.security.PersonId;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a record shows, as the URL tells it. What is usual is left out.
 *
 * @param search what is searched for within the tab
 */
record RecordUrl(Tab tab, String search, LearnerCourseOrder order) {

    private static final String TAB = "tab";
    private static final String SEARCH = "search";
    private static final String SORT = "sort";

    /** The parts of a record. */
    enum Tab {
        COURSES,
        PRODUCTS,
        HISTORY;

        /** The word in the URL and in text keys. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RecordUrl read(QueryParameters parameters) {
        String tab = parameters.getSingleParameter(TAB).orElse("");
        return new RecordUrl(
                Arrays.stream(Tab.values())
                        .filter(one -> one.code().equals(tab))
                        .findFirst()
                        .orElse(Tab.COURSES),
                parameters.getSingleParameter(SEARCH).orElse(""),
                LearnerCourseOrder.of(parameters.getSingleParameter(SORT).orElse("")));
    }

    /** The address of a learner's record. */
    static String path(PersonId learner) {
        return DirectoryUrl.PATH + "/" + learner.value();
    }

    String of(PersonId learner) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (tab != Tab.COURSES) {
            parameters.put(TAB, tab.code());
        }
        if (!search.isEmpty()) {
            parameters.put(SEARCH, search);
        }
        if (order != LearnerCourseOrder.TITLE) {
            parameters.put(SORT, order.code());
        }
        String query = QueryParameters.simple(parameters).getQueryString();
        return query.isEmpty() ? path(learner) : path(learner) + "?" + query;
    }
}
