package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;

/** The screens of the navigation that the person may open. */
@org.springframework.stereotype.Component
@Order(30)
final class PagesInPalette implements PaletteSource {

    @Override
    public List<PaletteItem> offered(Component words) {
        return NavigationEntry.all().stream()
                .map(entry -> PaletteItem.page(
                        Objects.requireNonNullElse(entry.icon(), Icons.FILE),
                        words.getTranslation(entry.title()),
                        entry.path(),
                        entry.caps()))
                .toList();
    }
}
