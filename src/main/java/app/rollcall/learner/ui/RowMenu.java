package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.ui.Countdown;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MenuParts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The menu of a row: what may be done to this learner as it is now (OM-14, OM-22, OM-24, OM-26, OM-27, TI-15). When the learner
 * changes while it is open it stays open and offers what is right from now on (LV-05).
 */
final class RowMenu extends MenuBar {

    private final Component words;
    private final transient Actions actions;
    private final MenuItem dots;
    private transient LearnerRow row;
    private @Nullable MenuItem pause;
    private @Nullable MenuItem unpause;

    /** What was chosen, and the control it was chosen on. */
    interface Actions {

        void pause(LearnerRow learner, Component control);

        void unpause(LearnerRow learner, Component control);

        void send(LearnerRow learner, Component control);

        void removeInvitation(LearnerRow learner, Component control);

        void categories(LearnerRow learner, Component control);

        void invitationHistory(LearnerRow learner, Component control);

        /** How long until the learner may be written to again; zero or less for now. */
        Duration untilResendable(@Nullable Instant lastSent);

        /** Whether an invitation waits for a moment that has not come. */
        boolean waits(@Nullable Instant sendAfter);
    }

    private RowMenu(Component words, LearnerRow row, Actions actions) {
        this.words = words;
        this.row = row;
        this.actions = actions;
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        addClassName("quiet");
        getElement().setAttribute("data-menu-of", String.valueOf(row.id().value()));
        dots = addItem(Icons.MORE.create());
        name();
    }

    /** Rows for which nothing is offered, to this person or in this status, have no menu. */
    static Component of(Component words, LearnerRow row, boolean mayManage, Actions actions) {
        if (!mayManage || row.status() == LearnerStatus.DISABLED) {
            return new Span();
        }
        RowMenu menu = new RowMenu(words, row, actions);
        if (row.pending()) {
            menu.pending();
        } else {
            menu.joined();
        }
        return menu;
    }

    /** For a row that is not as it was: the menu it has, if that can follow, so that an open one stays; else another. */
    static Component renewed(Component now, Component words, LearnerRow row, boolean mayManage, Actions actions) {
        return now instanceof RowMenu menu && mayManage && menu.follows(row)
                ? menu
                : of(words, row, mayManage, actions);
    }

    private boolean follows(LearnerRow newer) {
        if (!newer.id().equals(row.id()) || newer.status() == LearnerStatus.DISABLED) {
            return false;
        }
        boolean same = row.pending() ? newer.pending() && SendOffer.alike(row, newer, actions) : !newer.pending();
        if (same) {
            row = newer;
            name();
            offer();
        }
        return same;
    }

    private void name() {
        String label = words.getTranslation("learner.actions", row.name());
        getElement().setAttribute("aria-label", label);
        dots.setAriaLabel(label);
    }

    private void joined() {
        pause = item("pause", text(Icons.PAUSE, "learner.pause"), actions::pause);
        unpause = item("unpause", text(Icons.PLAY, "learner.unpause"), actions::unpause);
        categories();
        offer();
    }

    private void offer() {
        if (pause != null && unpause != null) {
            pause.setVisible(row.status() == LearnerStatus.ACTIVE);
            unpause.setVisible(row.status() == LearnerStatus.PAUSED);
        }
    }

    private void pending() {
        send(SendOffer.of(row, actions));
        item("invitation-history", text(Icons.HISTORY, "learner.invite.history"), actions::invitationHistory);
        categories();
        if (row.invited() != null) {
            item(
                    "remove-invitation",
                    MenuParts.danger(Icons.BIN, words.getTranslation("learner.invite.remove")),
                    actions::removeInvitation);
        }
    }

    private void categories() {
        item("add-categories", text(Icons.TAG, "category.row.add"), actions::categories);
    }

    /** Shown also when it cannot be done yet: then it counts down while the menu is open, and may be chosen as soon as that is over. */
    private void send(SendOffer offer) {
        if (!offer.later()) {
            item(offer.id(), text(Icons.ENVELOPE, "learner.invite." + offer.what()), actions::send)
                    .setEnabled(offer.now());
            return;
        }
        Span place = new Span(Icons.ENVELOPE.create());
        place.addClassName("menu-item");
        MenuItem item = item(offer.id(), place, actions::send);
        item.setEnabled(false);
        place.add(new Countdown(words.getTranslation("learner.invite.soon", "{0}"), offer.left(), () -> {
            item.setEnabled(true);
            place.removeAll();
            place.add(Icons.ENVELOPE.create(), new Span(words.getTranslation("learner.invite." + offer.what())));
        }));
    }

    private Component text(Icons icon, String key) {
        return MenuParts.item(icon, words.getTranslation(key));
    }

    private MenuItem item(String id, Component content, BiConsumer<LearnerRow, Component> chosen) {
        MenuItem item = dots.getSubMenu().addItem(content, _ -> chosen.accept(row, this));
        item.setId(id);
        return item;
    }
}
