package app.rollcall.learner.ui;

import app.rollcall.learner.CategoryFilter;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.StatusFilter;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says why there is nothing to list, one of three causes, and what mends it (OM-21). */
final class LearnersEmpty extends Div {

    private final transient Consumer<LearnerFilter> chosen;
    private @Nullable LearnerFilter shown;

    LearnersEmpty(Consumer<LearnerFilter> chosen) {
        this.chosen = chosen;
        addClassName("empty-place");
        setVisible(false);
    }

    void show(boolean nothing, LearnerFilter filter) {
        setVisible(nothing);
        if (nothing && !filter.equals(shown)) {
            shown = filter;
            removeAll();
            add(state(filter));
        }
    }

    private EmptyState state(LearnerFilter filter) {
        String status = getTranslation("learner.filter." + filter.status().code());
        if (filter.searches()) {
            return new EmptyState(
                    Icons.SEARCH,
                    getTranslation("learner.empty.search", filter.search()),
                    getTranslation(
                            filter.categories().chosen() ? "category.empty.search.why" : "learner.empty.search.why",
                            status),
                    remedy("learner.clear_search", filter.withSearch("")),
                    remedy("learner.clear_filter", LearnerFilter.EVERYBODY));
        }
        if (filter.categories().chosen()) {
            return new EmptyState(
                    Icons.TAG,
                    getTranslation("category.empty.filter", status),
                    getTranslation("category.empty.filter.why"),
                    remedy("category.clear_category", filter.withCategories(CategoryFilter.OFF)));
        }
        if (filter.narrows() || filter.ofImport()) {
            return new EmptyState(
                    Icons.FILTER,
                    getTranslation("learner.empty.filter", status),
                    getTranslation("learner.empty.filter.why"),
                    remedy(
                            "learner.clear_filter",
                            filter.withStatus(StatusFilter.ALL).withoutImport()));
        }
        return new EmptyState(
                Icons.PEOPLE, getTranslation("learner.empty.none"), getTranslation("learner.empty.none.why"));
    }

    private Button remedy(String key, LearnerFilter wider) {
        Button button = new Button(getTranslation(key), _ -> chosen.accept(wider));
        button.setId(key.substring(key.indexOf('.') + 1));
        return button;
    }
}
