package app.rollcall.learner.ui;

import app.rollcall.learner.SavedView;
import app.rollcall.learner.SavedViews;
import app.rollcall.learner.ViewNameTaken;
import app.rollcall.learner.ViewOvertaken;
import app.rollcall.security.Actor;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is done with saved views, for one screen. */
final class ViewCommands {

    private final SavedViews views;
    private final Actor actor;
    private final Component control;
    private final Clock clock;
    private final Consumer<@Nullable SavedView> opened;

    /**
     * @param control what all of it starts from
     * @param opened told the view that is open from then on, as it is now; null for none
     */
    ViewCommands(SavedViews views, Actor actor, Component control, Clock clock, Consumer<@Nullable SavedView> opened) {
        this.views = views;
        this.actor = actor;
        this.control = control;
        this.clock = clock;
        this.opened = opened;
    }

    void save(DirectoryLook shown) {
        ViewDialog.toSave(
                        words("directory.view.save.title"),
                        (name, shared, dialog) -> UiTask.run(
                                dialog.save(),
                                views.save(actor, name, shared, shown.query()),
                                made -> {
                                    dialog.close();
                                    opened.accept(made);
                                    Notices.done(words("directory.view.saved", made.name()));
                                },
                                failure -> failed(name.value(), failure, dialog)))
                .open();
    }

    void rename(SavedView view) {
        ViewDialog.toRename(
                        words("directory.view.rename.title", view.name()),
                        view.name(),
                        (name, _, dialog) -> UiTask.run(
                                dialog.save(),
                                views.rename(actor, view, name),
                                renamed -> {
                                    dialog.close();
                                    opened.accept(renamed);
                                },
                                failure -> failed(view.name(), failure, dialog)))
                .open();
    }

    /** The view shows from now on what is shown. */
    void update(SavedView view, DirectoryLook shown) {
        run(view, views.update(actor, view, shown.query()), updated -> {
            opened.accept(updated);
            Notices.done(
                    words("directory.view.updated", view.name()),
                    words("ui.undo"),
                    () -> run(view, views.update(actor, updated, view.query()), opened));
        });
    }

    void share(SavedView view) {
        run(view, views.share(actor, view), shared -> {
            opened.accept(shared);
            Notices.done(
                    words("directory.view.shared", view.name()),
                    words("ui.undo"),
                    () -> run(view, views.unshare(actor, shared), opened));
        });
    }

    /** What is not shared any more is gone for whoever is not its owner. */
    void unshare(SavedView view) {
        UiTask.run(
                control,
                views.unshare(actor, view).map(Optional::of).defaultIfEmpty(Optional.empty()),
                left -> {
                    opened.accept(left.orElse(null));
                    Notices.done(words("directory.view.unshared", view.name()));
                },
                failure -> failed(view.name(), failure));
    }

    void remove(SavedView view) {
        UiTask.run(
                control,
                views.remove(actor, view),
                () -> {
                    opened.accept(null);
                    Notices.done(
                            words("directory.view.removed", view.name()),
                            words("ui.undo"),
                            () -> run(view, views.putBack(actor, view), opened));
                },
                failure -> failed(view.name(), failure));
    }

    private void run(SavedView view, Mono<SavedView> command, Consumer<? super SavedView> done) {
        UiTask.run(control, command, done::accept, failure -> failed(view.name(), failure));
    }

    private Optional<String> failed(String name, Throwable failure, ViewDialog dialog) {
        if (failure instanceof ViewNameTaken) {
            dialog.taken();
        }
        return failed(name, failure);
    }

    private Optional<String> failed(String name, Throwable failure) {
        return switch (failure) {
            case ViewNameTaken taken -> Optional.of(words("directory.view.taken", taken.name()));
            case ViewOvertaken overtaken -> Optional.of(overtaken(name, overtaken));
            default -> LearnerFailures.sentence(control, failure);
        };
    }

    private String overtaken(String name, ViewOvertaken overtaken) {
        return words(
                overtaken.gone() ? "directory.view.gone" : "directory.view.overtaken",
                name,
                Objects.requireNonNullElseGet(overtaken.by(), () -> words("learner.deed.someone")),
                overtaken.at() == null
                        ? ""
                        : Moments.of(control, clock.instant()).tell(overtaken.at()));
    }

    private String words(String key, Object... arguments) {
        return control.getTranslation(key, arguments);
    }
}
