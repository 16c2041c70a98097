package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.ui.Countdown;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MenuParts;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.HasMenuItems;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The items of a learner's menu: what may be done to them as they are now (OM-14, OM-22, OM-24, OM-26, OM-27, TI-15). When the
 * learner changes while it is open it stays open and offers what is right from now on (LV-05).
 */
final class RowItems {

    private final Component words;
    private final HasMenuItems menu;
    private final Actions actions;
    private final UiTask.Control control;
    private LearnerRow row;
    private @Nullable MenuItem pause;
    private @Nullable MenuItem unpause;

    /** What was chosen, and the control it was chosen on. */
    interface Actions {

        void pause(LearnerRow learner, UiTask.Control control);

        void unpause(LearnerRow learner, UiTask.Control control);

        void send(LearnerRow learner, UiTask.Control control);

        void removeInvitation(LearnerRow learner, UiTask.Control control);

        void categories(LearnerRow learner, UiTask.Control control);

        void invitationHistory(LearnerRow learner, UiTask.Control control);

        /** How long until the learner may be written to again; zero or less for now. */
        Duration untilResendable(@Nullable Instant lastSent);

        /** Whether an invitation waits for a moment that has not come. */
        boolean waits(@Nullable Instant sendAfter);
    }

    /** Puts the items of somebody for whom something is {@link #offered} into an empty menu. */
    RowItems(Component words, HasMenuItems menu, LearnerRow row, Actions actions, UiTask.Control control) {
        this.words = words;
        this.menu = menu;
        this.row = row;
        this.actions = actions;
        this.control = control;
        if (row.pending()) {
            pending();
        } else {
            joined();
        }
    }

    /** Rows for which nothing is offered, to this person or in this status, have no menu. */
    static boolean offered(LearnerRow row, boolean mayManage) {
        return mayManage && row.status() != LearnerStatus.DISABLED;
    }

    boolean of(LearnerRow other) {
        return other.id().equals(row.id());
    }

    /** Offers what is right now; false if these items cannot. */
    boolean follow(LearnerRow newer) {
        if (!of(newer) || newer.status() == LearnerStatus.DISABLED) {
            return false;
        }
        boolean same = row.pending() ? newer.pending() && SendOffer.alike(row, newer, actions) : !newer.pending();
        if (same) {
            row = newer;
            offer();
        }
        return same;
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

    private MenuItem item(String id, Component content, BiConsumer<LearnerRow, UiTask.Control> chosen) {
        MenuItem item = menu.addItem(content, _ -> chosen.accept(row, control));
        item.setId(id);
        return item;
    }
}
