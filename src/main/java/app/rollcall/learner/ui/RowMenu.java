package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** The menu of one learner by themselves, behind a button of its own. */
final class RowMenu extends MenuBar {

    private final Component words;
    private final MenuItem dots;
    private final transient RowItems items;

    private RowMenu(Component words, LearnerRow row, RowItems.Actions actions) {
        this.words = words;
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        addClassName("quiet");
        getElement().setAttribute("data-menu-of", String.valueOf(row.id().value()));
        dots = addItem(Icons.MORE.create());
        items = new RowItems(words, dots.getSubMenu(), row, actions, UiTask.Control.of(this));
        name(row);
    }

    /** For a learner who is not as they were: the menu there is, if that can follow, so that an open one stays; else another. */
    static Component renewed(
            Component now, Component words, LearnerRow row, boolean mayManage, RowItems.Actions actions) {
        if (!RowItems.offered(row, mayManage)) {
            return new Span();
        }
        if (now instanceof RowMenu menu && menu.items.follow(row)) {
            menu.name(row);
            return menu;
        }
        return new RowMenu(words, row, actions);
    }

    private void name(LearnerRow row) {
        String label = words.getTranslation("learner.actions", row.name());
        getElement().setAttribute("aria-label", label);
        dots.setAriaLabel(label);
    }
}
