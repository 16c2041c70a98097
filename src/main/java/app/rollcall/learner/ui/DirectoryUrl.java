package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.StatusFilter;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** The filter as the URL tells it, so that a screen can be shared and reloaded. What is usual is left out. */
final class DirectoryUrl {

    static final String PATH = "management/members/learners";
    private static final String SEARCH = "search";
    private static final String STATUS = "status";
    private static final String IMPORT = "import";

    private DirectoryUrl() {}

    static LearnerFilter read(QueryParameters parameters) {
        return new LearnerFilter(
                parameters.getSingleParameter(SEARCH).orElse(""),
                StatusFilter.of(parameters.getSingleParameter(STATUS).orElse("")),
                parameters.getSingleParameter(IMPORT).map(DirectoryUrl::number).orElse(0L));
    }

    /** What is no number names no import. */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    static String of(LearnerFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (filter.searches()) {
            parameters.put(SEARCH, filter.search());
        }
        if (filter.narrows()) {
            parameters.put(STATUS, filter.status().code());
        }
        if (filter.ofImport()) {
            parameters.put(IMPORT, String.valueOf(filter.importId()));
        }
        String query = QueryParameters.simple(parameters).getQueryString();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }
}
