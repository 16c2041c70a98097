package app.rollcall.learner.ui;

import app.rollcall.learner.CategorySettings;
import app.rollcall.learner.CategoryUse;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;

/** Settings &gt; Categories: what learners are sorted by. Wiring only. */
@Route(value = CategoriesView.PATH, layout = MainLayout.class)
@Menu(title = "category.settings", icon = "tag", order = 82)
@RolesAllowed("CHANGE_SETTINGS")
class CategoriesView extends Page implements HasDynamicTitle, Crumbs {

    static final String PATH = "settings/categories";

    /** Counting a million takes a moment; while learners arrive in numbers, it is not done more often than this. */
    private static final Duration COUNTED = Duration.ofSeconds(2);

    private final CategoryGrid grid;
    private final EmptyState empty;
    private final Paragraph what = new Paragraph(getTranslation("category.settings.what"));

    CategoriesView(CategorySettings settings, LiveEvents live, Clock clock, CurrentActor current) {
        super("");
        Actor actor = current.get();
        setTitle(getTranslation("category.settings"));
        setId("categories-view");
        CategoryListCommands commands = new CategoryListCommands(settings, actor, this, clock);
        Button make = new Button(getTranslation("category.settings.new"), Icons.PLUS.create(), _ -> commands.make());
        make.setId("new-category");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        actions(make);
        what.addClassNames("t2", "about-categories");
        grid = new CategoryGrid(commands);
        empty = new EmptyState(
                Icons.TAG, getTranslation("category.settings.none"), getTranslation("category.settings.none.why"));
        grid.setVisible(false);
        empty.setVisible(false);
        content(what, grid, empty);
        FluxBinding.tide(this, () -> uses(settings, live, actor), this::show);
    }

    private static Flux<List<CategoryUse>> uses(CategorySettings settings, LiveEvents live, Actor actor) {
        Flux<Boolean> changes = live.of(LiveEvent.LearnersChanged.class).map(_ -> true);
        return FluxBinding.calm(Flux.merge(changes, Flux.just(true)), COUNTED).concatMap(_ -> settings.uses(actor), 0);
    }

    private void show(List<CategoryUse> all) {
        setCount(all.size(), getTranslation("category.settings.count", all.size()));
        grid.show(all);
        grid.setVisible(!all.isEmpty());
        what.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("category.settings.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("category.settings.crumb"), getTranslation("category.settings"));
    }
}
