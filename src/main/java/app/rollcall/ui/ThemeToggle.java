package app.rollcall.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/**
 * Light, dark, or as the system is. The browser keeps the choice by itself ({@code theme.js}), so that the next page has it
 * before its first paint; the server never learns it.
 */
final class ThemeToggle extends MenuBar {

    ThemeToggle() {
        addClassName("quiet");
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem root = addItem(Icons.SUN.create());
        root.setAriaLabel(getTranslation("ui.theme"));
        choice(root, Icons.SUN, "ui.theme.light", "light");
        choice(root, Icons.MOON, "ui.theme.dark", "dark");
        choice(root, Icons.SCREEN, "ui.theme.system", "light dark");
    }

    private void choice(MenuItem root, Icons icon, String key, String scheme) {
        root.getSubMenu()
                .addItem(
                        MenuParts.item(icon, getTranslation(key)),
                        click -> getElement().executeJs("window.rollcallTheme($0)", scheme));
    }
}
