package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;

/**
 * A screen that is put aside, not taken down, when somebody goes elsewhere in the same window: when they come back it is there as
 * they left it. While it is aside it is invisible and follows nothing ({@link OnScreen}). There is one for each window, so it is
 * UI-scoped.
 */
public interface Kept extends HasElement, BeforeEnterObserver {

    /** Somebody comes here, for the first time or back: once each time, before the answer. */
    void enter(BeforeEnterEvent event);

    /**
     * The layout's part of a navigation reaches all that lies in it: a screen that is aside hears of those to other screens, and of
     * one that leads back to it twice.
     */
    @Override
    default void beforeEnter(BeforeEnterEvent event) {
        Component screen = getElement().getComponent().orElseThrow();
        if (event.getNavigationTarget().isInstance(screen)
                && ComponentUtil.getData(screen, BeforeEnterEvent.class) != event) {
            ComponentUtil.setData(screen, BeforeEnterEvent.class, event);
            enter(event);
        }
    }
}
