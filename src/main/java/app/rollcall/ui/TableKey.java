package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A bean that names a key that its room gives to a table, for the sheet of all keys. */
public interface TableKey {

    /** What stands on the key. */
    String cap();

    /** What it does; empty when the person at the screen may not. */
    Optional<String> words(Component words);
}
