package app.rollcall.learner.ui;

import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryNameTaken;
import app.rollcall.learner.CategoryOvertaken;
import app.rollcall.learner.CategorySettings;
import app.rollcall.learner.CategoryUse;
import app.rollcall.security.Actor;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is done with the categories themselves, for one screen. */
final class CategoryListCommands implements CategoryGrid.Actions {

    private final CategorySettings settings;
    private final Actor actor;
    private final Component words;
    private final Clock clock;

    CategoryListCommands(CategorySettings settings, Actor actor, Component words, Clock clock) {
        this.settings = settings;
        this.actor = actor;
        this.words = words;
        this.clock = clock;
    }

    void make() {
        new CategoryForm(
                        words.getTranslation("category.settings.new"),
                        null,
                        (look, form) -> UiTask.run(
                                form.save(),
                                settings.make(actor, look),
                                form::close,
                                failure -> failed(look.name().value(), failure, form)))
                .open();
    }

    @Override
    public void edit(CategoryUse use, List<CategoryUse> all, Component control) {
        Category seen = use.category();
        new CategoryForm(
                        words.getTranslation("category.edit.title", seen.name()),
                        seen,
                        (look, form) -> UiTask.run(
                                form.save(),
                                settings.change(actor, seen, look),
                                form::close,
                                failure -> failed(seen.name(), failure, form)))
                .open();
    }

    @Override
    public void merge(CategoryUse use, List<CategoryUse> all, Component control) {
        Category from = use.category();
        List<Category> others = all.stream()
                .map(CategoryUse::category)
                .filter(category -> category.id() != from.id())
                .toList();
        new MergeDialog(
                        use,
                        others,
                        (into, dialog) -> UiTask.run(
                                dialog.merge(),
                                settings.merge(actor, from, into),
                                moved -> {
                                    dialog.close();
                                    Notices.done(
                                            words.getTranslation("category.merged", from.name(), into.name(), moved));
                                },
                                failure -> failed(from.name(), failure)))
                .open();
    }

    @Override
    public void remove(CategoryUse use, List<CategoryUse> all, Component control) {
        Category seen = use.category();
        RemoveCategoryDialog.ask(
                words,
                use,
                () -> UiTask.run(
                        control,
                        settings.remove(actor, seen),
                        learners -> Notices.done(words.getTranslation("category.removed", seen.name(), learners)),
                        failure -> failed(seen.name(), failure)));
    }

    private Optional<String> failed(String name, Throwable failure, CategoryForm form) {
        if (failure instanceof CategoryNameTaken) {
            form.taken();
        }
        return failed(name, failure);
    }

    private Optional<String> failed(String name, Throwable failure) {
        return switch (failure) {
            case CategoryNameTaken taken ->
                Optional.of(words.getTranslation("category.taken", taken.name().value()));
            case CategoryOvertaken overtaken -> Optional.of(overtaken(name, overtaken));
            default -> LearnerFailures.sentence(words, failure);
        };
    }

    private String overtaken(String name, CategoryOvertaken overtaken) {
        String by = Objects.requireNonNullElseGet(overtaken.by(), () -> words.getTranslation("learner.deed.someone"));
        String when =
                overtaken.at() == null ? "" : Moments.of(words, clock.instant()).tell(overtaken.at());
        return overtaken.name() == null
                ? words.getTranslation("category.overtaken.gone", name, by, when)
                : words.getTranslation("category.overtaken", overtaken.name(), by, when);
    }
}
