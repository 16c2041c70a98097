package app.rollcall.learner.ui;

import app.rollcall.learner.SavedView;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The views one can open, one's own before those of colleagues, and what can be done with the one that is open. */
final class ViewList extends Div {

    private final transient Actor actor;
    private final transient Actions actions;

    /** What was pressed. */
    interface Actions {

        void open(SavedView view);

        /** Everybody, as usual. */
        void leave();

        void save();

        void update(SavedView view);

        void rename(SavedView view);

        void share(SavedView view);

        void unshare(SavedView view);

        void remove(SavedView view);
    }

    ViewList(Actor actor, Actions actions) {
        this.actor = actor;
        this.actions = actions;
        addClassName("view-list");
        clear();
    }

    /** Nothing is known yet. */
    void clear() {
        removeAll();
        Div waits = new Div();
        waits.addClassName("waits");
        add(waits);
    }

    /** @param open the one that is open, if any */
    void show(List<SavedView> views, @Nullable SavedView open, boolean changed) {
        removeAll();
        List<SavedView> own = views.stream().filter(view -> view.ownedBy(actor)).toList();
        List<SavedView> others =
                views.stream().filter(view -> !view.ownedBy(actor)).toList();
        if (views.isEmpty()) {
            Span none = new Span(getTranslation("directory.view.none"));
            none.addClassNames("t2", "none");
            add(none);
        }
        list("own", own, open);
        list("others", others, open);
        if (open != null) {
            add(deeds(open, changed));
        }
        Div last = part("");
        last.add(deed("save-view", Icons.PLUS, "directory.view.save", actions::save));
        if (open != null) {
            last.add(deed("leave-view", Icons.PEOPLE, "directory.view.leave", actions::leave));
        }
        add(last);
        getChildren()
                .flatMap(Component::getChildren)
                .flatMap(child -> child instanceof Button button ? Stream.of(button) : Stream.empty())
                .findFirst()
                .ifPresent(Button::focus);
    }

    private void list(String which, List<SavedView> views, @Nullable SavedView open) {
        if (!views.isEmpty()) {
            Div part = part(getTranslation("directory.view." + which));
            views.forEach(view -> part.add(row(view, open != null && open.id() == view.id())));
            add(part);
        }
    }

    private Button row(SavedView view, boolean open) {
        Span name = new Span(view.name());
        name.addClassNames("cut", "grow");
        name.setTitle(view.name());
        Button row = button(open ? Icons.TICK : Icons.BOOKMARK, name);
        if (!view.ownedBy(actor)) {
            Span owner = new Span(view.ownerName());
            owner.addClassNames("t2", "xs", "cut");
            row.setSuffixComponent(owner);
        } else if (view.shared()) {
            Span shared = new Span(Icons.PEOPLE.create(), Unseen.words(getTranslation("directory.view.is_shared")));
            shared.setTitle(getTranslation("directory.view.is_shared"));
            row.setSuffixComponent(shared);
        }
        row.getElement().setAttribute("data-view", String.valueOf(view.id()));
        if (open) {
            row.getElement().setAttribute("aria-current", "true");
        }
        row.addClickListener(_ -> actions.open(view));
        return row;
    }

    /** What is its owner's is done by them; who may change settings can take back what is shared. */
    private Div deeds(SavedView open, boolean changed) {
        Div part = part(open.name());
        boolean own = open.ownedBy(actor);
        boolean settles = own || actor.may(Permission.CHANGE_SETTINGS);
        if (own) {
            Button update = deed("update-view", Icons.TICK, "directory.view.update", () -> actions.update(open));
            update.setEnabled(changed);
            part.add(update, deed("rename-view", Icons.PEN, "directory.view.rename", () -> actions.rename(open)));
        }
        if (own && !open.shared()) {
            part.add(deed("share-view", Icons.PEOPLE, "directory.view.share", () -> actions.share(open)));
        }
        if (settles && open.shared()) {
            part.add(deed("unshare-view", Icons.PERSON, "directory.view.unshare", () -> actions.unshare(open)));
        }
        if (settles) {
            Button remove = deed("remove-view", Icons.BIN, "directory.view.remove", () -> actions.remove(open));
            remove.addClassName("danger");
            part.add(remove);
        }
        part.setVisible(settles);
        return part;
    }

    private Button deed(String id, Icons icon, String key, Runnable deed) {
        Button button = button(icon, new Span(getTranslation(key)));
        button.setId(id);
        button.addClickListener(_ -> deed.run());
        return button;
    }

    private static Button button(Icons icon, Span words) {
        Button button = new Button();
        button.setPrefixComponent(icon.create());
        button.getElement().appendChild(words.getElement());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private static Div part(String title) {
        Div part = new Div();
        part.addClassName("view-part");
        part.getElement().setAttribute("role", "group");
        if (!title.isEmpty()) {
            Span head = new Span(title);
            head.addClassNames("t2", "xs", "cut");
            part.getElement().setAttribute("aria-label", title);
            part.add(head);
        }
        return part;
    }
}
