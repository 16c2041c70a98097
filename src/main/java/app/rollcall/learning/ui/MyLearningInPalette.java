package app.rollcall.learning.ui;

import app.rollcall.ui.Icons;
import app.rollcall.ui.PaletteItem;
import app.rollcall.ui.PaletteSource;
import com.vaadin.flow.component.Component;
import java.util.List;
import org.springframework.core.annotation.Order;

/** One's own courses: a page for everybody that stands in no navigation. */
@org.springframework.stereotype.Component
@Order(31)
class MyLearningInPalette implements PaletteSource {

    @Override
    public List<PaletteItem> offered(Component words) {
        return List.of(PaletteItem.page(
                Icons.CURRICULUM, words.getTranslation("learning.title"), MyLearningView.PATH, List.of()));
    }
}
