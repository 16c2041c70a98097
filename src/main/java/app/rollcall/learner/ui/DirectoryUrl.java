package app.rollcall.learner.ui;

import app.rollcall.learner.CategoryFilter;
import app.rollcall.learner.CategoryMatch;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.StatusFilter;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filter as the URL tells it, so that a screen can be shared and reloaded. What is usual is left out. */
final class DirectoryUrl {

    static final String PATH = "management/members/learners";
    private static final String SEARCH = "search";
    private static final String STATUS = "status";
    private static final String SORT = "sort";
    private static final String IMPORT = "import";
    private static final String CATEGORIES = "categories";
    private static final String HOW = "how";

    private DirectoryUrl() {}

    static LearnerFilter read(QueryParameters parameters) {
        return new LearnerFilter(
                parameters.getSingleParameter(SEARCH).orElse(""),
                StatusFilter.of(parameters.getSingleParameter(STATUS).orElse("")),
                parameters.getSingleParameter(IMPORT).map(DirectoryUrl::number).orElse(0L),
                categories(
                        parameters.getSingleParameter(CATEGORIES).orElse(""),
                        parameters.getSingleParameter(HOW).orElse("")));
    }

    static LearnerOrder order(QueryParameters parameters) {
        return LearnerOrder.of(parameters.getSingleParameter(SORT).orElse(""));
    }

    private static CategoryFilter categories(String ids, String how) {
        List<Long> numbers = Stream.of(ids.split(","))
                .map(DirectoryUrl::number)
                .filter(id -> id > 0)
                .toList();
        return numbers.isEmpty() ? CategoryFilter.OFF : new CategoryFilter(numbers, CategoryMatch.of(how));
    }

    /** What is no number names no import and no category. */
    static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    static String of(LearnerFilter filter, LearnerOrder order) {
        return path(parameters(filter, order));
    }

    static String path(Map<String, String> parameters) {
        String query = QueryParameters.simple(parameters).getQueryString();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** What the URL says of them, to which more can be added. */
    static Map<String, String> parameters(LearnerFilter filter, LearnerOrder order) {
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
        if (filter.categories().chosen()) {
            parameters.put(
                    CATEGORIES,
                    filter.categories().ids().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        if (filter.categories().chosen() && filter.categories().match() != CategoryMatch.ANY) {
            parameters.put(HOW, filter.categories().match().code());
        }
        if (order != LearnerOrder.NAME) {
            parameters.put(SORT, order.code());
        }
        return parameters;
    }
}
