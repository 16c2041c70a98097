package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One thing in the palette that can be gone to or done.
 *
 * @param group key of the words over it; what has the same stands together
 * @param id what tells it from all others, the same in every language
 * @param detail more about it, in the second colour; may be empty
 * @param caps the keys that do the same without the palette; may be none
 * @param act called under the UI's lock, after the palette was closed
 */
public record PaletteItem(
        String group,
        String id,
        Supplier<? extends Component> picture,
        String title,
        String detail,
        List<String> caps,
        Runnable act) {

    /** The group of the screens that one can go to. */
    public static final String PAGES = "ui.palette.pages";

    /** The group of what one can do. */
    public static final String ACTIONS = "ui.palette.actions";

    public PaletteItem {
        caps = List.copyOf(caps);
    }

    /** A screen of the product. */
    public static PaletteItem page(Icons icon, String title, String path, List<String> caps) {
        return new PaletteItem(
                PAGES,
                path,
                icon::create,
                title,
                "",
                caps,
                () -> UI.getCurrent().navigate(path));
    }

    /** Something to do. */
    public static PaletteItem action(String id, Icons icon, String title, Runnable act) {
        return new PaletteItem(ACTIONS, id, icon::create, title, "", List.of(), act);
    }

    /** Whether every word of the text occurs in what is shown, without case and accents. */
    boolean matches(String text) {
        String shown = plain(title + " " + detail);
        return Arrays.stream(plain(text).split("\\s+")).allMatch(shown::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
