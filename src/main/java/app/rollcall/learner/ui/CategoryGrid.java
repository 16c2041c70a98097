package app.rollcall.learner.ui;

import app.rollcall.learner.CategoryUse;
import app.rollcall.ui.Chip;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MenuParts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.text.NumberFormat;
import java.util.List;

/** The table of categories: how each looks in the directory, how many are in it, and what can be done with it. */
final class CategoryGrid extends Grid<CategoryUse> {

    private transient List<CategoryUse> shown = List.of();

    /** What was chosen, and the control it was chosen on. */
    interface Actions {

        void edit(CategoryUse use, List<CategoryUse> all, Component control);

        void merge(CategoryUse use, List<CategoryUse> all, Component control);

        void remove(CategoryUse use, List<CategoryUse> all, Component control);
    }

    /** One of {@link Actions}. */
    private interface Action {

        void on(CategoryUse use, List<CategoryUse> all, Component control);
    }

    private final transient Actions actions;

    CategoryGrid(Actions actions) {
        this.actions = actions;
        setId("categories");
        addClassName("category-list");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addComponentColumn(CategoryGrid::name)
                .setHeader(getTranslation("category.column.name"))
                .setKey("name")
                .setFlexGrow(1);
        addComponentColumn(use -> number(use.learners()))
                .setHeader(getTranslation("category.column.learners"))
                .setKey("learners")
                .setFlexGrow(0)
                .setWidth("7rem")
                .setTextAlign(ColumnTextAlign.END);
        Span unseen = new Span(getTranslation("category.column.menu"));
        unseen.addClassName("sr");
        addComponentColumn(this::menu)
                .setHeader(unseen)
                .setKey("menu")
                .setFlexGrow(0)
                .setWidth("4.5rem")
                .setTextAlign(ColumnTextAlign.END);
    }

    /** Left alone while nothing has changed: a menu that is open must not be made anew. */
    void show(List<CategoryUse> all) {
        if (!all.equals(shown)) {
            shown = all;
            setItems(all);
        }
    }

    private static Component name(CategoryUse use) {
        Chip chip = new Chip(use.category().name(), use.category().hue());
        chip.addClassName("cut");
        chip.setTitle(use.category().name());
        chip.getElement()
                .setAttribute("data-category", String.valueOf(use.category().id()));
        return chip;
    }

    private Component number(long learners) {
        Span number = new Span(NumberFormat.getIntegerInstance(getLocale()).format(learners));
        number.addClassName("num");
        return number;
    }

    private MenuBar menu(CategoryUse use) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        bar.addClassName("quiet");
        String label = getTranslation("category.actions", use.category().name());
        bar.getElement().setAttribute("aria-label", label);
        bar.getElement()
                .setAttribute("data-menu-of", String.valueOf(use.category().id()));
        MenuItem dots = bar.addItem(Icons.MORE.create());
        dots.setAriaLabel(label);
        item(dots, "edit", MenuParts.item(Icons.PEN, getTranslation("category.edit")), use, bar, actions::edit);
        item(dots, "merge", MenuParts.item(Icons.SWAP, getTranslation("category.merge")), use, bar, actions::merge)
                .setEnabled(shown.size() > 1);
        item(dots, "remove", MenuParts.danger(Icons.BIN, getTranslation("category.remove")), use, bar, actions::remove);
        return bar;
    }

    private MenuItem item(MenuItem dots, String id, Component content, CategoryUse use, MenuBar bar, Action action) {
        MenuItem item = dots.getSubMenu().addItem(content, _ -> action.on(use, shown, bar));
        item.setId(id + "-category");
        return item;
    }
}
