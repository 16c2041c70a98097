package app.rollcall.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** Who is signed in: face, name, a line under it (role and organisation), and a menu to put items into. */
public final class UserBlock extends Div {

    private final MenuItem root;

    public UserBlock(String name, String caption) {
        addClassName("me");
        Span first = new Span(name);
        first.addClassNames("m", "cut");
        Span second = new Span(caption);
        second.addClassNames("caption", "cut");
        Span words = new Span(first, second);
        words.addClassNames("col", "grow");
        MenuBar menu = new MenuBar();
        menu.setId("account-menu");
        menu.addClassName("quiet");
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        root = menu.addItem(Icons.MORE.create());
        root.setAriaLabel(getTranslation("ui.me", name));
        add(PersonAvatar.of(name, PersonAvatar.Size.L), words, menu);
    }

    public UserBlock item(String id, Icons icon, String text, Runnable chosen) {
        root.getSubMenu()
                .addItem(MenuParts.item(icon, text), click -> chosen.run())
                .setId(id);
        return this;
    }
}
