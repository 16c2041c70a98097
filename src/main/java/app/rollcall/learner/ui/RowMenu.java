package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MenuParts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** The menu of a row: what may be done to this learner as it is now (OM-14, OM-24, OM-26). */
final class RowMenu {

    /** What was chosen, and the control it was chosen on. */
    interface Actions {

        void pause(LearnerRow learner, Component control);

        void unpause(LearnerRow learner, Component control);
    }

    private RowMenu() {}

    /** Rows for which nothing is offered, to this person or in this status, have no menu. */
    static Component of(Component words, LearnerRow row, boolean mayManage, Actions actions) {
        if (!mayManage) {
            return new Span();
        }
        return switch (row.status()) {
            case ACTIVE -> {
                MenuBar bar = bar(words, row);
                open(bar)
                        .getSubMenu()
                        .addItem(
                                MenuParts.item(Icons.PAUSE, words.getTranslation("learner.pause")),
                                _ -> actions.pause(row, bar))
                        .setId("pause");
                yield bar;
            }
            case PAUSED -> {
                MenuBar bar = bar(words, row);
                open(bar)
                        .getSubMenu()
                        .addItem(
                                MenuParts.item(Icons.PLAY, words.getTranslation("learner.unpause")),
                                _ -> actions.unpause(row, bar))
                        .setId("unpause");
                yield bar;
            }
            case PENDING, DISABLED -> new Span();
        };
    }

    private static MenuBar bar(Component words, LearnerRow row) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        bar.addClassName("quiet");
        bar.getElement().setAttribute("data-menu-of", String.valueOf(row.id().value()));
        bar.getElement().setAttribute("aria-label", words.getTranslation("learner.actions", row.name()));
        return bar;
    }

    private static MenuItem open(MenuBar bar) {
        MenuItem dots = bar.addItem(Icons.MORE.create());
        dots.setAriaLabel(bar.getElement().getAttribute("aria-label"));
        return dots;
    }
}
