package app.rollcall.learner.ui;

import app.rollcall.learner.Categories;
import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.Recategorised;
import app.rollcall.security.Actor;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** What is done with a row's categories: chosen, applied, taken back (OM-22). */
final class CategoryCommands {

    private final Categories categories;
    private final Actor actor;
    private final Component words;
    private final Clock clock;

    CategoryCommands(Categories categories, Actor actor, Component words, Clock clock) {
        this.categories = categories;
        this.actor = actor;
        this.words = words;
        this.clock = clock;
    }

    void open(LearnerRow learner, UiTask.Control control) {
        UiTask.run(
                control,
                Mono.zip(categories.all(actor), categories.of(actor, learner.id())),
                read -> dialog(learner, read.getT1(), read.getT2(), control).open(),
                failure -> failed(learner, failure));
    }

    private CategoriesDialog dialog(
            LearnerRow learner, List<Category> all, List<Category> held, UiTask.Control control) {
        return new CategoriesDialog(
                CategoriesDialog.Whose.one(words, learner.name(), held),
                all,
                (change, dialog) -> UiTask.run(
                        dialog.apply(),
                        categories.apply(actor, learner.id(), change),
                        done -> {
                            dialog.close();
                            tell(learner, done, change.how(), control);
                        },
                        failure -> failed(learner, failure)));
    }

    private void tell(LearnerRow learner, Recategorised done, How how, UiTask.Control control) {
        String sentence = sentence(learner.name(), done, how);
        if (done.changed()) {
            Notices.done(sentence, words.getTranslation("category.undo"), () -> putBack(learner, done, control));
        } else {
            Notices.done(sentence);
        }
    }

    private String sentence(String name, Recategorised done, How how) {
        if (!done.changed()) {
            return words.getTranslation("category.done.same", name);
        }
        return switch (how) {
            case ADD -> words.getTranslation("category.done.add", name, names(done.added()));
            case REMOVE -> words.getTranslation("category.done.remove", name, names(done.removed()));
            case SET ->
                done.after().isEmpty()
                        ? words.getTranslation("category.done.none", name)
                        : words.getTranslation("category.done.set", name, names(done.after()));
        };
    }

    private static String names(List<Category> some) {
        return some.stream().map(Category::name).collect(Collectors.joining(", "));
    }

    private void putBack(LearnerRow learner, Recategorised done, UiTask.Control control) {
        UiTask.run(
                control,
                categories.putBack(actor, done),
                () -> Notices.done(words.getTranslation("category.undone", learner.name())),
                failure -> failed(learner, failure));
    }

    private Optional<String> failed(LearnerRow learner, Throwable failure) {
        return LearnerFailures.of(words, learner, failure, Moments.of(words, clock.instant()));
    }
}
