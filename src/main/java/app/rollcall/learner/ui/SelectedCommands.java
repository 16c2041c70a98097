package app.rollcall.learner.ui;

import app.rollcall.bulk.BulkAction;
import app.rollcall.bulk.BulkActions;
import app.rollcall.bulk.BulkDone;
import app.rollcall.bulk.Selection;
import app.rollcall.learner.Categories;
import app.rollcall.learner.CategoriesMoved;
import app.rollcall.learner.CategoriesOfMany;
import app.rollcall.learner.Category;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.Regrouped;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** What is done with the selected: asked, done, told with the true numbers, taken back. */
final class SelectedCommands {

    private final Doors doors;
    private final Actor actor;
    private final Component screen;
    private final SelectedWords words;
    private final Selected selected;

    /** What the commands are given to. */
    @org.springframework.stereotype.Component
    record Doors(BulkActions bulk, CategoriesOfMany ofMany, Categories categories) {}

    SelectedCommands(Doors doors, Actor actor, Component screen, Selected selected) {
        this.doors = doors;
        this.actor = actor;
        this.screen = screen;
        this.words = new SelectedWords(screen);
        this.selected = selected;
    }

    /**
     * Does it to those it fits, after asking where that is due (OM-24, OM-27).
     *
     * @param over called when it is over, done or failed
     */
    void run(BulkAction action, Component control, Runnable over) {
        List<LearnerRow> fitting = selected.fitting(action);
        if (fitting.isEmpty()) {
            return;
        }
        Set<PersonId> people = fitting.stream().map(LearnerRow::id).collect(Collectors.toSet());
        switch (action) {
            case UNPAUSE -> begin(action, people, control, over);
            case PAUSE, REMOVE_INVITATION ->
                BulkDialog.ask(
                        words,
                        action,
                        people.size(),
                        words.rest(action, selected.rows()),
                        () -> begin(action, people, control, over));
        }
    }

    private void begin(BulkAction action, Set<PersonId> people, Component control, Runnable over) {
        command(action, people, control, over, done -> {
            BulkAction back = action.undo();
            if (back == null || done.changed().isEmpty()) {
                Notices.done(words.done(done));
            } else {
                Notices.done(
                        words.done(done),
                        screen.getTranslation("ui.undo"),
                        () -> command(back, done.changed(), control, over, undone -> Notices.done(words.done(undone))));
            }
        });
    }

    private void command(
            BulkAction action, Collection<PersonId> people, Component control, Runnable over, Consumer<BulkDone> tell) {
        selected.doing(people);
        UiTask.run(
                control,
                doors.bulk.run(actor, action, Selection.of(people)),
                done -> {
                    selected.did(done.changed());
                    tell.accept(done);
                    over.run();
                },
                failure -> {
                    selected.did(Set.of());
                    over.run();
                    return failed(failure);
                });
    }

    /** Opens the choice of categories for all of them (OM-22, OM-30). */
    void categories(Component control) {
        Set<PersonId> people = selected.ids();
        UiTask.run(
                control,
                Mono.zip(doors.categories.all(actor), doors.ofMany.of(actor, people)),
                read -> dialog(people, read.getT1(), read.getT2(), control).open(),
                this::failed);
    }

    private CategoriesDialog dialog(Set<PersonId> people, List<Category> all, List<Category> held, Component control) {
        return new CategoriesDialog(
                CategoriesDialog.Whose.several(screen, people.size(), held),
                all,
                (change, dialog) -> UiTask.run(
                        dialog.apply(),
                        doors.ofMany.apply(actor, people, change),
                        done -> {
                            dialog.close();
                            tell(done, change.how(), control);
                        },
                        this::failed));
    }

    private void tell(Regrouped done, How how, Component control) {
        int count = done.learners().size();
        if (count == 0) {
            Notices.done(words.say("bulk.categories.same"));
        } else {
            Notices.done(
                    words.say("bulk.categories.done." + how.code(), count),
                    screen.getTranslation("ui.undo"),
                    () -> putBack(done, control));
        }
    }

    private void putBack(Regrouped done, Component control) {
        UiTask.run(
                control,
                doors.ofMany.putBack(actor, done),
                undone -> Notices.done(
                        words.say("bulk.categories.undone", undone.learners().size())),
                this::failed);
    }

    private Optional<String> failed(Throwable failure) {
        return failure instanceof CategoriesMoved
                ? Optional.of(words.say("bulk.categories.moved"))
                : LearnerFailures.sentence(screen, failure);
    }
}
