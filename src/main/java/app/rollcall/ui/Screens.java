package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;

/** The main part of the page: the one screen that somebody is at; what is {@link Kept} lies beside it, unseen. */
final class Screens extends Div {

    /** Where the skip link goes. */
    static final String CONTENT_ID = "content";

    Screens() {
        addClassName("screens");
        setId(CONTENT_ID);
        getElement().setAttribute("role", "main").setAttribute("tabindex", "-1");
    }

    void show(Component screen) {
        screen.setVisible(true);
        if (screen.getParent().filter(this::equals).isEmpty()) {
            add(screen);
        } else {
            ComponentUtil.fireEvent(screen, new OnScreen.Turned(screen));
        }
    }

    void leave(Component screen) {
        if (screen instanceof Kept) {
            screen.setVisible(false);
            ComponentUtil.fireEvent(screen, new OnScreen.Turned(screen));
        } else {
            remove(screen);
        }
    }
}
