package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;

/** Keys as they stand on a keyboard, in the order they are pressed. */
final class KeyCaps extends Span {

    KeyCaps(List<String> caps) {
        addClassName("caps");
        for (String cap : caps) {
            HtmlContainer key = new HtmlContainer("kbd");
            key.addClassName("kbd");
            key.setText(cap);
            add(key);
        }
    }

    KeyCaps(String... caps) {
        this(List.of(caps));
    }

    /** The key that is held for commands, as this person's keyboard names it. */
    static String command(Component words) {
        return VaadinSession.getCurrent().getBrowser().isMacOSX() ? "⌘" : words.getTranslation("ui.key.control");
    }
}
