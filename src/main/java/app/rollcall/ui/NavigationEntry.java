package app.rollcall.ui;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A view that carries {@code @Menu} and that the person at the screen may open.
 *
 * @param title key of its words
 * @param path without a slash in front
 * @param letter goes there after G; null for none
 */
record NavigationEntry(
        String title,
        String path,
        @Nullable Icons icon,
        @Nullable Double order,
        @Nullable String letter) {

    static List<NavigationEntry> all() {
        return MenuConfiguration.getMenuEntries().stream()
                .map(NavigationEntry::of)
                .toList();
    }

    private static NavigationEntry of(MenuEntry entry) {
        return new NavigationEntry(
                entry.title(),
                entry.path().startsWith("/") ? entry.path().substring(1) : entry.path(),
                entry.icon() == null ? null : Icons.valueOf(entry.icon().toUpperCase(Locale.ROOT)),
                entry.order(),
                Optional.ofNullable(entry.menuClass())
                        .map(view -> view.getAnnotation(GoKey.class))
                        .map(GoKey::value)
                        .orElse(null));
    }

    /** The keys that go there; none when there are none. */
    List<String> caps() {
        return letter == null ? List.of() : List.of("G", letter.toUpperCase(Locale.ROOT));
    }
}
