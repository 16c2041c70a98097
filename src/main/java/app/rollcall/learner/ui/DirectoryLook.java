package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;

/** What the directory shows, and how: all of it that is in the URL, and that a saved view keeps. */
record DirectoryLook(LearnerFilter filter, LearnerOrder order, DirectoryColumns columns) {

    private static final String COLUMNS = "columns";
    private static final String VIEW = "view";

    /** The columns that a URL asks for; empty when it leaves that open. */
    static Optional<DirectoryColumns> columns(QueryParameters parameters, DirectoryTable table) {
        return parameters.getSingleParameter(COLUMNS).flatMap(codes -> DirectoryColumns.of(table, codes));
    }

    /** The saved view that a URL was opened as; 0 for none. */
    static long view(QueryParameters parameters) {
        return parameters.getSingleParameter(VIEW).map(DirectoryUrl::number).orElse(0L);
    }

    /** The whole address, but for the columns unless they are to be said, and with the saved view it was opened as, or 0. */
    String url(boolean columnsToo, long view) {
        Map<String, String> parameters = DirectoryUrl.parameters(filter, order);
        if (columnsToo) {
            parameters.put(COLUMNS, columns.codes());
        }
        if (view > 0) {
            parameters.put(VIEW, String.valueOf(view));
        }
        return DirectoryUrl.path(parameters);
    }

    /** What a saved view keeps. An import is left out, for its rows are not kept as long. */
    String query() {
        Map<String, String> parameters = DirectoryUrl.parameters(filter.withoutImport(), order);
        parameters.put(COLUMNS, columns.codes());
        return QueryParameters.simple(parameters).getQueryString();
    }

    /** What a saved view kept; of what is not understood any more, the usual. */
    static DirectoryLook of(String query) {
        QueryParameters parameters = QueryParameters.fromString(query);
        LearnerFilter filter = DirectoryUrl.read(parameters).withoutImport();
        DirectoryTable table = DirectoryTable.of(filter.status());
        return new DirectoryLook(
                filter,
                DirectoryUrl.order(parameters),
                columns(parameters, table).orElseGet(() -> DirectoryColumns.usual(table)));
    }
}
