package app.rollcall.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;
import java.util.function.Consumer;

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

    /** An item that opens to the languages, each by its own name; the one of this screen is ticked. */
    public UserBlock languages(String text, Consumer<Locale> chosen) {
        Locale here = UI.getCurrent().getLocale();
        MenuItem item = root.getSubMenu().addItem(MenuParts.item(Icons.GLOBE, text));
        item.setId("language");
        for (Locale language : Languages.spoken()) {
            Span name = new Span(language.getDisplayLanguage(language));
            name.getElement().setAttribute("lang", language.toLanguageTag());
            MenuItem choice = item.getSubMenu().addItem(name, click -> chosen.accept(language));
            choice.setId("language-" + language.toLanguageTag());
            choice.setCheckable(true);
            choice.setChecked(Languages.same(language, here));
        }
        return this;
    }

    public UserBlock item(String id, Icons icon, String text, Runnable chosen) {
        root.getSubMenu()
                .addItem(MenuParts.item(icon, text), click -> chosen.run())
                .setId(id);
        return this;
    }
}
