package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.LearnerCounts;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.StatusFilter;
import app.rollcall.ui.Icons;
import app.rollcall.ui.OnScreen;
import app.rollcall.ui.Page;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.Segments;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The directory's filters: status with live counts, the disabled apart, search as one types, and the categories. */
final class FilterBar {

    private static final List<StatusFilter> OFFERED =
            List.of(StatusFilter.ALL, StatusFilter.ACTIVE, StatusFilter.PAUSED, StatusFilter.PENDING);

    private final Page page;
    private final Consumer<LearnerFilter> chosen;
    private final Segments<StatusFilter> status;
    private final Button disabled = new Button();
    private final Button ofImport = new Button();
    private final SearchField search;
    private final CategoryButton categories;
    private LearnerFilter filter = LearnerFilter.EVERYBODY;
    private LearnerCounts counts = LearnerCounts.NONE;

    /** @param categories reads the categories that can be chosen */
    FilterBar(Page page, Supplier<Mono<List<Category>>> categories, Consumer<LearnerFilter> chosen) {
        this.page = page;
        this.chosen = chosen;
        status = new Segments<>(OFFERED, value -> page.getTranslation("learner.filter." + value.code()));
        status.setId("status-filter");
        status.setAriaLabel(page.getTranslation("learner.filter"));
        status.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(filter.withStatus(change.getValue()));
            }
        });
        disabled.setId("view-disabled");
        disabled.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        disabled.addClassName("link");
        disabled.addClickListener(_ -> chosen.accept(filter.withStatus(
                filter.status() == StatusFilter.DISABLED ? StatusFilter.ALL : StatusFilter.DISABLED)));
        search = new SearchField(page.getTranslation("learner.search"));
        search.setId("search");
        // What was typed just before it was put aside was not heard.
        OnScreen.again(search, () -> search.getElement().executeJs("this.value = $0", search.getValue()));
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(filter.withSearch(change.getValue()));
            }
        });
        ofImport.setId("of-import");
        ofImport.addThemeVariants(ButtonVariant.SMALL);
        ofImport.setIcon(Icons.CROSS.create());
        ofImport.setIconAfterText(true);
        ofImport.addClickListener(_ -> chosen.accept(filter.withoutImport()));
        this.categories = new CategoryButton(categories, picked -> chosen.accept(filter.withCategories(picked)));
        page.bar(status, disabled, ofImport);
        page.tools(search, this.categories);
    }

    /** Shows a filter that came from elsewhere; what is being typed is left alone. */
    void show(LearnerFilter other) {
        filter = other;
        if (!search.getValue().strip().equals(other.search())) {
            search.setValue(other.search());
        }
        if (OFFERED.contains(other.status())) {
            status.setValue(other.status());
        }
        status.setClassName("none", !OFFERED.contains(other.status()));
        categories.show(other.categories());
        ofImport.setVisible(other.ofImport());
        ofImport.setText(page.getTranslation("learner.of_import", String.valueOf(other.importId())));
        ofImport.setAriaLabel(page.getTranslation("learner.of_import.clear", String.valueOf(other.importId())));
        label();
    }

    void count(LearnerCounts found) {
        counts = found;
        OFFERED.forEach(value -> status.setCount(value, found.of(value)));
        label();
    }

    private void label() {
        boolean shown = filter.status() == StatusFilter.DISABLED;
        disabled.setText(
                shown
                        ? page.getTranslation("learner.hide_disabled")
                        : page.getTranslation("learner.view_disabled", counts.disabled()));
    }
}
