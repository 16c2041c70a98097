package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A bean by which a room puts what it has into the palette (Ctrl K), for the person at the screen. Both methods are called
 * under the UI's lock; Spring's order is that of the results.
 */
public interface PaletteSource {

    /** What is always offered; the palette narrows it to what is typed. */
    default List<PaletteItem> offered(Component words) {
        return List.of();
    }

    /**
     * What the text finds in the data. The answer may come on any thread; the items are made of it under the UI's lock.
     *
     * @param text not blank
     */
    default Mono<Supplier<List<PaletteItem>>> find(Component words, String text) {
        return Mono.empty();
    }
}
