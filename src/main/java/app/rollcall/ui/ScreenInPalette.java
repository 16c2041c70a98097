package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.springframework.core.annotation.Order;

/** What can be done with the screen itself: all keys, light or dark. */
@org.springframework.stereotype.Component
@Order(50)
final class ScreenInPalette implements PaletteSource {

    private final KeySheet sheet;

    ScreenInPalette(KeySheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public List<PaletteItem> offered(Component words) {
        return List.of(
                new PaletteItem(
                        PaletteItem.ACTIONS,
                        "all-keys",
                        Icons.KEYBOARD::create,
                        words.getTranslation("ui.keys"),
                        "",
                        List.of("?"),
                        sheet::open),
                theme(words, Icons.SUN, "ui.theme.light", "light"),
                theme(words, Icons.MOON, "ui.theme.dark", "dark"),
                theme(words, Icons.SCREEN, "ui.theme.system", "light dark"));
    }

    private static PaletteItem theme(Component words, Icons icon, String key, String scheme) {
        return PaletteItem.action(
                "theme-" + scheme.replace(' ', '-'),
                icon,
                words.getTranslation("ui.palette.theme", words.getTranslation(key)),
                () -> UI.getCurrent().getPage().executeJs("window.rollcallTheme($0)", scheme));
    }
}
